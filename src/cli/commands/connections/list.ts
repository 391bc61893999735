import type { Connection } from "../../../gateway/index.ts";
import { CONNECTION_STATUSES } from "../../../model/connection.ts";
import { connectionView } from "../../account/connection.ts";
import { connectionUsers } from "../../account/connection-users.ts";
import { noteUnreadStates, projectStacks, stackConnections } from "../../account/declared.ts";
import { connectionStatusCell } from "../../account/statuses.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { oneOf } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { timeCell } from "../../output/phrases.ts";
import { renderTable } from "../../output/table.ts";
import { runRequest } from "../../scope/request.ts";

const DETAILS: CommandDetails = {
  description:
    "Lists the API key's connections for WhatsApp Business. ACTIVE means that a person authorized the connection, not that the authorization is still valid: `mycobot doctor` checks that. " +
    "The column `used by` names the stacks of the project in the current folder; the id of a connection that is declared by its app is read from Pulumi's state.",
  output: "A table: id, status, time of creation (UTC), stacks that use it.",
  json: [
    "{ version: 1, connections: [ { connection_id, status, app, creation_time?,",
    "  last_updated_time?, method?, metadata?, ..., used_by: [ stack ] } ] }",
    "url, a session token, is omitted: see mycobot connections open.",
  ],
  exitCodes: { 0: "listed, even if there are none", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot connections list", does: "all connections" },
    { run: "mycobot connections list --status PENDING --json", does: "uncompleted connections, for scripts" },
  ],
};

/** `mycobot connections list` */
export default function connectionListCommand(context: Context) {
  return newCommand(DETAILS)
    .option("--status <status>", `only ${CONNECTION_STATUSES.join(", ")}`, oneOf(CONNECTION_STATUSES))
    .action(({ status }) =>
      runRequest(
        context,
        {},
        {
          plan: async ({ signal }) => ({ signal, ...(status === undefined ? {} : { status }) }),
          send: async (gateway, call) => {
            const connections = await gateway.connections.list(call);
            const declared = connections.length === 0 ? { stacks: [], unreadable: [] } : await projectStacks(context);
            const stacks = await stackConnections(declared, context);
            noteUnreadStates(stacks, context);
            const users = connectionUsers(stacks, connections, context);
            const usedBy = ({ connection_id: id }: Connection) => users.get(id) ?? [];
            return { connections, usedBy, hasStacks: stacks.length > 0 };
          },
          show: ({ connections, usedBy, hasStacks }) => {
            if (context.json) {
              const views = connections.map((each) => ({ ...connectionView(each), used_by: usedBy(each) }));
              return context.printJson({ connections: views });
            }
            if (connections.length === 0) {
              const which = status === undefined ? "connections" : `${status} connections`;
              return context.note(`No ${which}. To create one, run: mycobot connections create`);
            }
            const rows = connections.map((connection) => [
              connection.connection_id,
              connectionStatusCell(connection),
              timeCell(connection.creation_time),
              ...(hasStacks ? [usedBy(connection).join(", ")] : []),
            ]);
            const created = { name: "created", whole: true, drop: 1 };
            const head = ["connection", "status", created, ...(hasStacks ? ["used by"] : [])];
            context.print(renderTable({ head, rows }, context.tableWidth, context.paint));
          },
        },
      ),
    );
}
