import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { newCommand } from "../../new-command.ts";
import { duration } from "../../time/duration.ts";

const DETAILS: CommandDetails = {
  summary: "make a new PENDING connection",
  description:
    "Makes a connection for WhatsApp Business. It is PENDING until a person opens its URL in a browser and agrees: `mycobot connections open ID` prints that URL. " +
    "Every call makes another connection.",
  output: "The connection, a line per field. What to do next stands on stderr.",
  json: ["{ version: 1, connection: { connection_id, status, app, ... } }"],
  exitCodes: {
    0: "made (with --wait: and ACTIVE)",
    ...REQUEST_EXIT_CODES,
    8: "with --wait: still PENDING after --timeout",
  },
  examples: [
    { run: "mycobot connections create", does: "prints its id; then: mycobot connections open ID --wait" },
    { run: "mycobot connections create --wait --timeout 10m", does: "open it from another terminal meanwhile" },
  ],
};

const DEFAULT_TIMEOUT = 5 * 60_000;

/** `mycobot connections create` */
export function createCommand(context: Context) {
  return newCommand("create", DETAILS)
    .option("--wait", "wait until it is ACTIVE")
    .option("--timeout <duration>", "how long --wait waits (default: 5m)", duration)
    .action(async ({ wait, timeout = DEFAULT_TIMEOUT }) => {
      const { withGateway } = await import("../../target/open-gateway.ts");
      const { printConnection } = await import("./print-connection.ts");
      const signal = context.io.interrupts;
      await withGateway(context, async (gateway) => {
        const created = await gateway.connections.create({ signal });
        const id = created.connection_id;
        if (created.status === "PENDING" || created.status === "UNKNOWN") {
          context.note(`${id} is made. A person has to complete it: mycobot connections open ${id}`);
        }
        if (wait !== true) return printConnection(created, context);
        const wanted = { connectionId: id, timeoutMs: timeout, signal };
        printConnection(await gateway.connections.waitUntilActive(wanted), context);
      });
    });
}
