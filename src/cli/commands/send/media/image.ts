import { imageMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { filesOf, mediaSource, referenceOf } from "../outgoing/media-source.ts";
import { type MessageDetails, maxSizeOf, mediaCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends an image: JPEG or PNG, up to ${maxSizeOf("image/jpeg")}.`,
  examples: [
    {
      run: 'mycobot send image photo.jpg --to 491701234567 --caption "The view"',
      does: "uploads the file and sends it",
    },
    { run: "mycobot send image --to 491701234567 --link https://example.com/photo.jpg", does: "WhatsApp fetches it" },
  ],
};

/** `mycobot send image [FILE]` */
export default function sendImageCommand(context: Context) {
  return mediaCommand(DETAILS)
    .option("--caption <text>", `caption, up to ${MESSAGE_LIMITS.caption} characters`)
    .action(async (file, options) => {
      const source = mediaSource("image", file, options, context.io);
      const { caption } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) => imageMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), caption }),
      });
    });
}
