import { CONNECTION_TIMEOUT, printConnection, WAIT_EXIT_CODES } from "../../account/connection.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { duration } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { runRequest } from "../../scope/request.ts";

const DETAILS: CommandDetails = {
  description:
    "Creates a connection for WhatsApp Business. It is PENDING until a person opens its URL in a browser and authorizes it: `mycobot connections open ID` prints that URL. " +
    "Each call creates a new connection.",
  output: "The connection, one line per field. The next step is printed to stderr.",
  json: ["{ version: 1, connection: { connection_id, status, app, ... } }"],
  exitCodes: { 0: "created (with --wait: and ACTIVE)", ...REQUEST_EXIT_CODES, ...WAIT_EXIT_CODES },
  examples: [
    { run: "mycobot connections create", does: "prints its id; then run mycobot connections open ID --wait" },
    { run: "mycobot connections create --wait --timeout 10m", does: "open it from a second terminal meanwhile" },
  ],
};

/** `mycobot connections create` */
export default function connectionCreateCommand(context: Context) {
  return newCommand(DETAILS)
    .option("--wait", "wait until the connection is ACTIVE")
    .option("--timeout <duration>", "maximum duration of --wait (default: 5m)", duration)
    .action(async ({ wait, timeout = CONNECTION_TIMEOUT }) => {
      const signal = context.io.interrupts;
      await runRequest(
        context,
        {},
        {
          plan: async () => ({ signal }),
          send: async (gateway, call) => {
            const created = await gateway.connections.create(call);
            const { connection_id: connectionId, status } = created;
            if (status === "PENDING" || status === "UNKNOWN") {
              context.note(`${connectionId} is created. To complete it, run: mycobot connections open ${connectionId}`);
            }
            if (wait !== true) return created;
            return gateway.connections.waitUntilActive({ connectionId, timeoutMs: timeout, signal });
          },
          show: (connection) => printConnection(connection, context),
        },
      );
    });
}
