import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fieldLines } from "../../output/fields.ts";
import { fileSize } from "../../output/phrases.ts";
import { visibleLine } from "../../output/visible.ts";
import { runRequest } from "../../scope/request.ts";
import { mediaCall, mediaIdCommand } from "./media-id.ts";

const DETAILS: CommandDetails = {
  description:
    "Shows type, size, digest and URL of uploaded media (kept for 30 days) or received media (7 days). The URL expires after 5 minutes and requires a WhatsApp access token.",
  output: "One line per field.",
  json: ["{ version: 1, media: { id, url, mime_type, sha256?, file_size?, ... } }"],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [{ run: "mycobot media get 1166846181421424", does: "its type, size and URL" }],
};

/** `mycobot media get ID` */
export default function mediaGetCommand(context: Context) {
  return mediaIdCommand(DETAILS).action((id, options) =>
    runRequest(context, options, {
      plan: (scope) => mediaCall(id, options, scope),
      send: (gateway, call) => gateway.media.get(call),
      show: (media) => {
        if (context.json) return context.printJson({ media });
        const { mime_type, file_size, sha256, url } = media;
        const fields = [
          ["media", media.id],
          ["type", mime_type],
          ["size", file_size === undefined ? undefined : fileSize(file_size)],
          ["sha256", sha256],
        ] as const;
        context.print(fieldLines(fields, context.width, context.paint));
        // On its own line, not wrapped, so that it can be copied.
        context.print(visibleLine(url));
        context.note("note: the URL expires after 5 minutes and requires a WhatsApp access token.");
      },
    }),
  );
}
