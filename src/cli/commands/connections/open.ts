import { MycobotError } from "../../../errors/index.ts";
import { CONNECTION_TIMEOUT, connectionView, WAIT_EXIT_CODES } from "../../account/connection.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { duration } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { visibleLine } from "../../output/visible.ts";
import { withGateway } from "../../scope/scope.ts";

const DETAILS: CommandDetails = {
  description:
    "Fetches the URL of the connection and prints it. Open it in a browser and log in to the business. " +
    "The URL is a session token: anyone who has it can complete the connection. It expires after about 30 minutes, is not stored, and is printed only by this command.",
  output: "The URL on its own line. Instructions are printed to stderr.",
  json: [
    "{ version: 1, connection: { connection_id, status, ... }, url }",
    "connection is its state at the time when the URL was fetched.",
  ],
  exitCodes: { 0: "printed (with --wait: and ACTIVE)", ...REQUEST_EXIT_CODES, ...WAIT_EXIT_CODES },
  examples: [
    { run: "mycobot connections open 5c3b…", does: "prints the URL" },
    { run: "mycobot connections open 5c3b… --wait", does: "also waits until the connection is ACTIVE" },
  ],
};

function noUrl(id: string, status: string): MycobotError {
  return new MycobotError("MYCO_CONNECTION_NOT_ACTIVE", `The connection ${id} (${status}) has no URL.`, {
    hint: status === "ACTIVE" ? "It is already complete." : "Create a new connection: `mycobot connections create`.",
  });
}

/** `mycobot connections open ID` */
export default function connectionOpenCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("<id>", "id of the connection")
    .option("--wait", "wait until the connection is ACTIVE")
    .option("--timeout <duration>", "maximum duration of --wait (default: 5m)", duration)
    .action(async (connectionId, { wait, timeout = CONNECTION_TIMEOUT }) => {
      const signal = context.io.interrupts;
      await withGateway(context, async (gateway) => {
        const connection = await gateway.connections.get({ connectionId, signal });
        const { url, status } = connection;
        if (typeof url !== "string" || url === "") throw noUrl(connectionId, status);
        if (context.json) context.printJson({ connection: connectionView(connection), url });
        else context.print(visibleLine(url));
        if (status === "ACTIVE") return context.note("The connection is already ACTIVE.");
        context.note("Open it in a browser and log in to the business. Keep it secret: it is a session token.");
        if (wait !== true) return;
        await gateway.connections.waitUntilActive({ connectionId, timeoutMs: timeout, signal });
        context.note(`${connectionId} is ACTIVE.`);
      });
    });
}
