import { CONNECTION_STATUSES } from "../../../model/connection.ts";
import { connectionView } from "../../account/connection.ts";
import { connectionStatusCell } from "../../account/statuses.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { oneOf } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { minuteText } from "../../output/phrases.ts";
import { renderTable } from "../../output/table.ts";
import { runRequest } from "../../scope/request.ts";

const DETAILS: CommandDetails = {
  description:
    "Lists the API key's connections for WhatsApp Business. ACTIVE means that a person authorized the connection, not that the authorization is still valid: `mycobot doctor` checks that.",
  output: "A table: id, status, time of creation (UTC).",
  json: [
    "{ version: 1, connections: [ { connection_id, status, app, creation_time?,",
    "  last_updated_time?, method?, metadata?, ... } ] }",
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
          send: (gateway, call) => gateway.connections.list(call),
          show: (connections) => {
            if (context.json) return context.printJson({ connections: connections.map(connectionView) });
            if (connections.length === 0) {
              const which = status === undefined ? "connections" : `${status} connections`;
              return context.note(`No ${which}. To create one, run: mycobot connections create`);
            }
            const rows = connections.map((each) => [
              each.connection_id,
              connectionStatusCell(each),
              minuteText(each.creation_time),
            ]);
            context.print(
              renderTable({ head: ["connection", "status", "created"], rows }, context.tableWidth, context.paint),
            );
          },
        },
      ),
    );
}
