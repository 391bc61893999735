import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { mediaCommand } from "./media-command.ts";

const DETAILS: MessageDetails = {
  summary: "a picture",
  description: "Sends a picture: JPEG or PNG, up to 5 MB.",
  examples: [
    {
      run: 'mycobot send image photo.jpg --to 491701234567 --caption "The view"',
      does: "uploads the file and sends it",
    },
    { run: "mycobot send image --to 491701234567 --link https://example.com/photo.jpg", does: "WhatsApp fetches it" },
  ],
};

/** `mycobot send image` */
export function imageCommand(context: Context) {
  return mediaCommand("image", DETAILS)
    .option("--caption <text>", "text below, up to 1024 characters")
    .action(async (file, options) => {
      const { addresseeOf, deliver, filesOf, referenceOf } = await import("../outgoing/index.ts");
      const { chosenSource } = await import("./chosen-source.ts");
      const { imageMessage } = await import("../../../../model/message/index.ts");
      const source = chosenSource("image", { ...options, file }, context.io);
      const { caption } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) => imageMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), caption }),
      });
    });
}
