import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { mediaIdCommand } from "./media-call.ts";

const DETAILS: CommandDetails = {
  summary: "what media are, and where",
  description:
    "Shows type, size, digest and URL of media that were uploaded (kept for 30 days) or received (7 days). The URL works for 5 minutes, and with WhatsApp's own token only.",
  output: "A line per field.",
  json: ["{ version: 1, media: { id, url, mime_type, sha256?, file_size?, ... } }"],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [{ run: "mycobot media get 1166846181421424", does: "its type, size and URL" }],
};

/** `mycobot media get ID` */
export function getCommand(context: Context) {
  return mediaIdCommand("get", DETAILS).action(async (id, options) => {
    const { withTarget } = await import("../../target/target.ts");
    const { mediaCall } = await import("./media-call.ts");
    const media = await withTarget(context, options, async (target) =>
      target.gateway.media.get(await mediaCall(id, options, target)),
    );
    if (context.json) return context.printJson({ media });
    const { fieldLines } = await import("../../output/fields.ts");
    const { fileSize } = await import("../../output/file-size.ts");
    const { mime_type, file_size, sha256, url } = media;
    const fields = [
      ["media", media.id],
      ["type", mime_type],
      ["size", file_size === undefined ? undefined : fileSize(file_size)],
      ["sha256", sha256],
    ] as const;
    context.print(fieldLines(fields, context.width, context.paint));
    // On a line of its own, unbroken: it is to be copied.
    const { visibleLine } = await import("../../output/visible.ts");
    context.print(visibleLine(url));
    context.note("note: the URL works for 5 minutes, with WhatsApp's own token only.");
  });
}
