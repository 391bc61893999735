import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { newCommand } from "../../new-command.ts";

const DETAILS: CommandDetails = {
  summary: "one connection",
  description: "Shows one connection by its id.",
  output: "A line per field.",
  json: [
    "{ version: 1, connection: { connection_id, status, app, ... } }",
    "url, a session token, is left out: see mycobot connections open.",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [{ run: "mycobot connections get 5c3b…", does: "its status, and since when" }],
};

/** `mycobot connections get ID` */
export function getCommand(context: Context) {
  return newCommand("get", DETAILS)
    .argument("<id>", "the connection's id")
    .action(async (connectionId) => {
      const { withGateway } = await import("../../target/open-gateway.ts");
      const signal = context.io.interrupts;
      const connection = await withGateway(context, (gateway) => gateway.connections.get({ connectionId, signal }));
      const { printConnection } = await import("./print-connection.ts");
      printConnection(connection, context);
    });
}
