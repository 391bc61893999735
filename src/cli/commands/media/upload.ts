import { resolve } from "node:path";
import type { MediaKind } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { oneOf } from "../../input/option-values.ts";
import { phoneCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { checkLocalMedia, uploadLocalMedia } from "./local-media.ts";

const KINDS = ["image", "video", "audio", "document", "sticker"] as const satisfies readonly MediaKind[];

const DETAILS: CommandDetails = {
  description:
    "Uploads a file for messages of a phone number; WhatsApp keeps it for 30 days. Its type (by content) and size are checked first. " +
    "Samples of templates and profile pictures are uploaded by `pulumi up` instead.",
  output: "The media id on its own line, for send ... --id. Progress is shown on stderr if it is a terminal.",
  json: ["{ version: 1, media: { id } }"],
  exitCodes: { 0: "uploaded", ...REQUEST_EXIT_CODES, 3: "usage error, unsupported file, or wrong id" },
  examples: [
    { run: "mycobot media upload photo.jpg", does: "prints the media id" },
    { run: "mycobot media upload hello.webp --as sticker", does: "refuses a file that cannot be a sticker" },
  ],
};

/** `mycobot media upload FILE` */
export default function mediaUploadCommand(context: Context) {
  return phoneCommand(DETAILS)
    .argument("<file>", "file to upload")
    .option("--as <kind>", `kind of message it is for: ${KINDS.join(", ")}`, oneOf(KINDS))
    .option("--no-validate", "skip the check")
    .action(async (file, options) => {
      const media = { kind: options.as, file, path: resolve(context.io.cwd, file) };
      const { validate } = options;
      await checkLocalMedia(media, validate, context);
      // The request reports an interruption, and closes the file.
      context.endsItself = true;
      await runRequest(context, options, {
        plan: (scope) => scope.phone(),
        send: (gateway, call) => uploadLocalMedia(media, gateway, call, context, validate),
        show: (id) => {
          if (context.json) context.printJson({ media: { id } });
          else context.print(id);
        },
      });
    });
}
