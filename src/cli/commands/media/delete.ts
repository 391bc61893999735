import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { runRequest } from "../../scope/request.ts";
import { mediaCall, mediaIdCommand } from "./media-id.ts";

const DETAILS: CommandDetails = {
  description:
    "Deletes uploaded media; messages already sent with them are not affected. For media that no longer exist, WhatsApp returns the same error as for media of other businesses (100/33), so the command fails.",
  output: "One line with the id of the deleted media.",
  json: ['{ version: 1, media: { id }, result: "deleted" | "absent" }'],
  exitCodes: { 0: "deleted, or known to be absent", ...REQUEST_EXIT_CODES, 6: "not confirmed" },
  examples: [{ run: "mycobot media delete 1166846181421424 --yes", does: "without confirmation" }],
};

/** `mycobot media delete ID` */
export default function mediaDeleteCommand(context: Context) {
  return mediaIdCommand(DETAILS)
    .option("--yes", "do not ask for confirmation")
    .action(async (id, options) => {
      if (options.yes !== true) await confirm(`Delete the media ${id}?`, context);
      await runRequest(context, options, {
        plan: (scope) => mediaCall(id, options, scope),
        send: (gateway, call) => gateway.media.delete(call),
        show: (result) => {
          if (context.json) context.printJson({ media: { id }, result });
          else context.print(`${id}: ${result === "deleted" ? "deleted" : "already deleted"}`);
        },
      });
    });
}
