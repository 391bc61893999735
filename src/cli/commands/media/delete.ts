import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { mediaIdCommand } from "./media-call.ts";

const DETAILS: CommandDetails = {
  summary: "delete uploaded media",
  description:
    "Deletes uploaded media; messages that were sent with them keep theirs. What is not there any more, WhatsApp does not tell from what belongs to others: that is a failure (100/33).",
  output: "One line: what was deleted.",
  json: ['{ version: 1, media: { id }, result: "deleted" | "absent" }'],
  exitCodes: { 0: "deleted, or known not to be there", ...REQUEST_EXIT_CODES, 6: "not confirmed" },
  examples: [{ run: "mycobot media delete 1166846181421424 --yes", does: "without a question" }],
};

/** `mycobot media delete ID` */
export function deleteCommand(context: Context) {
  return mediaIdCommand("delete", DETAILS)
    .option("--yes", "do not ask on a terminal")
    .action(async (id, options) => {
      const { confirm } = await import("../../input/confirm.ts");
      if (options.yes !== true) await confirm(`Delete the media ${id}?`, context);
      const { withTarget } = await import("../../target/target.ts");
      const { mediaCall } = await import("./media-call.ts");
      const result = await withTarget(context, options, async (target) =>
        target.gateway.media.delete(await mediaCall(id, options, target)),
      );
      if (context.json) return context.printJson({ media: { id }, result });
      context.print(result === "deleted" ? `${id} is deleted.` : `${id} was not there.`);
    });
}
