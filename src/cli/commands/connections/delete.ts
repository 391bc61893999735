import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { newCommand } from "../../new-command.ts";

const DETAILS: CommandDetails = {
  summary: "delete a connection",
  description:
    "Deletes one connection. Whatever uses it stops working; the WhatsApp Business account itself is not touched. One that is not there any more counts as deleted.",
  output: "One line: what was deleted.",
  json: ['{ version: 1, connection_id, result: "deleted" | "absent" }'],
  exitCodes: { 0: "deleted, or not there", ...REQUEST_EXIT_CODES, 6: "not confirmed" },
  examples: [{ run: "mycobot connections delete 5c3b… --yes", does: "without a question" }],
};

/** `mycobot connections delete ID` */
export function deleteCommand(context: Context) {
  return newCommand("delete", DETAILS)
    .argument("<id>", "the connection's id")
    .option("--yes", "do not ask on a terminal")
    .action(async (connectionId, { yes }) => {
      const { confirm } = await import("../../input/confirm.ts");
      if (yes !== true) await confirm(`Delete the connection ${connectionId}?`, context);
      const { withGateway } = await import("../../target/open-gateway.ts");
      const signal = context.io.interrupts;
      const result = await withGateway(context, (gateway) => gateway.connections.delete({ connectionId, signal }));
      if (context.json) context.printJson({ connection_id: connectionId, result });
      else context.print(result === "deleted" ? `${connectionId} is deleted.` : `${connectionId} was not there.`);
    });
}
