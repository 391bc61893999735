import { printConnection } from "../../account/connection.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { newCommand } from "../../new-command.ts";
import { runRequest } from "../../scope/request.ts";

const DETAILS: CommandDetails = {
  description: "Shows a connection by its id.",
  output: "One line per field.",
  json: [
    "{ version: 1, connection: { connection_id, status, app, ... } }",
    "url, a session token, is omitted: see mycobot connections open.",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [{ run: "mycobot connections get 5c3b…", does: "its status, and since when" }],
};

/** `mycobot connections get ID` */
export default function connectionGetCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("<id>", "id of the connection")
    .action((connectionId) =>
      runRequest(
        context,
        {},
        {
          plan: async ({ signal }) => ({ connectionId, signal }),
          send: (gateway, call) => gateway.connections.get(call),
          show: (connection) => printConnection(connection, context),
        },
      ),
    );
}
