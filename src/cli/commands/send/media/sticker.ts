import { MEDIA_TYPES } from "../../../../model/media/index.ts";
import { stickerMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { fileSize } from "../../../output/phrases.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { filesOf, mediaSource, referenceOf } from "../outgoing/media-source.ts";
import { captionlessCommand, type MessageDetails, maxSizeOf } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends a sticker: WebP, up to ${maxSizeOf("image/webp")}, or ${fileSize(MEDIA_TYPES["image/webp"]?.maxBytesAnimated ?? 0)} if animated. Stickers have no caption.`,
  examples: [
    { run: "mycobot send sticker hello.webp --to 491701234567", does: "uploads the file and sends it" },
    { run: "mycobot send sticker --to 491701234567 --id 798882015472548", does: "an uploaded sticker" },
  ],
};

/** `mycobot send sticker [FILE]` */
export default function sendStickerCommand(context: Context) {
  return captionlessCommand(DETAILS).action(async (file, options) => {
    const source = mediaSource("sticker", file, options, context.io);
    const { caption } = options;
    await deliver(context, options, {
      files: filesOf(source),
      message: (idOf) => {
        const message = stickerMessage({ ...addresseeOf(options), ...referenceOf(source, idOf) });
        // A caption is kept, so that the check reports it.
        return caption === undefined ? message : { ...message, sticker: { ...message.sticker, caption } };
      },
    });
  });
}
