import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { oneOf } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";

const STATUSES = ["ACTIVE", "PENDING", "FAILED"] as const;

const DETAILS: CommandDetails = {
  summary: "the key's connections",
  description:
    "Lists the connections of the key for WhatsApp Business. ACTIVE says that a person once gave the grant, not that it still works: `mycobot doctor` tries it.",
  output: "A table: id, status, when it was created (UTC).",
  json: [
    "{ version: 1, connections: [ { connection_id, status, app, creation_time?,",
    "  last_updated_time?, method?, metadata?, ... } ] }",
    "url, a session token, is left out: see mycobot connections open.",
  ],
  exitCodes: { 0: "listed, even when there is none", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot connections list", does: "all of them" },
    { run: "mycobot connections list --status PENDING --json", does: "those that nobody has completed, for scripts" },
  ],
};

/** `mycobot connections list` */
export function listCommand(context: Context) {
  return newCommand("list", DETAILS)
    .option("--status <status>", `only ${STATUSES.join(", ")}`, oneOf(STATUSES))
    .action(async ({ status }) => {
      const { withGateway } = await import("../../target/open-gateway.ts");
      const { connectionView, minuteOf, statusColour } = await import("../../account/connection-view.ts");
      const signal = context.io.interrupts;
      const connections = await withGateway(context, (gateway) =>
        gateway.connections.list({ signal, ...(status === undefined ? {} : { status }) }),
      );
      if (context.json) return context.printJson({ connections: connections.map(connectionView) });
      if (connections.length === 0) {
        return context.note(
          `No ${status ?? ""} connections. \`mycobot connections create\` makes one.`.replace("  ", " "),
        );
      }
      const { renderTable } = await import("../../output/table.ts");
      const rows = connections.map((each) => [
        each.connection_id,
        { text: each.status, colour: statusColour(each.status) },
        minuteOf(each.creation_time),
      ]);
      context.print(renderTable({ head: ["connection", "status", "created"], rows }, context.width, context.paint));
    });
}
