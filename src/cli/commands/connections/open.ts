import { MycobotError } from "../../../errors/index.ts";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { newCommand } from "../../new-command.ts";
import { visibleLine } from "../../output/visible.ts";
import { duration } from "../../time/duration.ts";

const DETAILS: CommandDetails = {
  summary: "print the URL that completes a connection",
  description:
    "Fetches the connection's URL and prints it: open it in a browser, and log in to the business. " +
    "The URL is a session token: whoever has it can complete the connection. It works for about half an hour, is stored nowhere, and is printed by this command only.",
  output: "The URL, alone on its line. What to do with it stands on stderr.",
  json: [
    "{ version: 1, connection: { connection_id, status, ... }, url }",
    "connection is as it was when the URL was fetched.",
  ],
  exitCodes: {
    0: "printed (with --wait: and ACTIVE)",
    ...REQUEST_EXIT_CODES,
    8: "with --wait: still PENDING after --timeout",
  },
  examples: [
    { run: "mycobot connections open 5c3b…", does: "prints the URL" },
    { run: "mycobot connections open 5c3b… --wait", does: "and waits until it is ACTIVE" },
  ],
};

const DEFAULT_TIMEOUT = 5 * 60_000;

/** `mycobot connections open ID` */
export function openCommand(context: Context) {
  return newCommand("open", DETAILS)
    .argument("<id>", "the connection's id")
    .option("--wait", "wait until it is ACTIVE")
    .option("--timeout <duration>", "how long --wait waits (default: 5m)", duration)
    .action(async (connectionId, { wait, timeout = DEFAULT_TIMEOUT }) => {
      const { withGateway } = await import("../../target/open-gateway.ts");
      const signal = context.io.interrupts;
      await withGateway(context, async (gateway) => {
        const connection = await gateway.connections.get({ connectionId, signal });
        const { url, status } = connection;
        if (typeof url !== "string" || url === "") {
          throw new MycobotError(
            "MYCO_CONNECTION_NOT_ACTIVE",
            `The connection ${connectionId} (${status}) has no URL.`,
            {
              hint: status === "ACTIVE" ? "It is complete already." : "Make another one: `mycobot connections create`.",
            },
          );
        }
        const { connectionView } = await import("../../account/connection-view.ts");
        if (context.json) context.printJson({ connection: connectionView(connection), url });
        else context.print(visibleLine(url));
        if (status === "ACTIVE") return context.note("It is ACTIVE already: there is nothing to complete.");
        context.note("Open it in a browser and log in to the business. Do not pass it on: it is a session token.");
        if (wait !== true) return;
        await gateway.connections.waitUntilActive({ connectionId, timeoutMs: timeout, signal });
        context.note(`${connectionId} is ACTIVE.`);
      });
    });
}
