import { resolve } from "node:path";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { oneOf } from "../../input/option-values.ts";
import { phoneCommand } from "../../target/target-flags.ts";

const KINDS = ["image", "video", "audio", "document", "sticker"] as const;

const DETAILS: CommandDetails = {
  summary: "upload a file, for messages",
  description:
    "Uploads a file for messages of a phone number; WhatsApp keeps it for 30 days. Its type, by content, and its size are checked first. " +
    "Samples of templates and profile pictures are uploaded another way: by `pulumi up`.",
  output: "The media's id, alone on its line: what send ... --id takes. Progress stands on stderr, on a terminal.",
  json: ["{ version: 1, media: { id } }"],
  exitCodes: { 0: "uploaded", ...REQUEST_EXIT_CODES, 3: "usage, a file that WhatsApp does not take, or a wrong id" },
  examples: [
    { run: "mycobot media upload photo.jpg", does: "prints its id" },
    { run: "mycobot media upload hello.webp --as sticker", does: "refuses what cannot be a sticker" },
  ],
};

/** `mycobot media upload FILE` */
export function uploadCommand(context: Context) {
  return phoneCommand("upload", DETAILS)
    .argument("<file>", "the file")
    .option("--as <kind>", `what it is to be sent as: ${KINDS.join(", ")}`, oneOf(KINDS))
    .option("--no-validate", "upload it without checking")
    .action(async (file, options) => {
      const { withTarget } = await import("../../target/target.ts");
      const { checkLocalMedia } = await import("./check-local-media.ts");
      const { uploadLocalMedia } = await import("./upload-local-media.ts");
      const media = { kind: options.as, file, path: resolve(context.io.cwd, file) };
      const { validate } = options;
      await checkLocalMedia(media, validate, context);
      // The request tells an interruption, and closes the file.
      context.endsItself = true;
      const id = await withTarget(context, options, async (target) =>
        uploadLocalMedia(media, target.gateway, await target.phone(), context, validate),
      );
      if (context.json) context.printJson({ media: { id } });
      else context.print(id);
    });
}
