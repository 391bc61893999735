import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { captionlessCommand } from "./media-command.ts";
import { withCaption } from "./with-caption.ts";

const DETAILS: MessageDetails = {
  summary: "a sticker",
  description: "Sends a sticker: WebP, up to 100 kB, or 500 kB when it moves. Stickers have no caption.",
  examples: [
    { run: "mycobot send sticker hello.webp --to 491701234567", does: "uploads the file and sends it" },
    { run: "mycobot send sticker --to 491701234567 --id 798882015472548", does: "one that was uploaded before" },
  ],
};

/** `mycobot send sticker` */
export function stickerCommand(context: Context) {
  return captionlessCommand("sticker", DETAILS).action(async (file, options) => {
    const { addresseeOf, deliver, filesOf, referenceOf } = await import("../outgoing/index.ts");
    const { chosenSource } = await import("./chosen-source.ts");
    const { stickerMessage } = await import("../../../../model/message/index.ts");
    const source = chosenSource("sticker", { ...options, file }, context.io);
    await deliver(context, options, {
      files: filesOf(source),
      message: (idOf) => {
        const message = stickerMessage({ ...addresseeOf(options), ...referenceOf(source, idOf) });
        return { ...message, sticker: withCaption(message.sticker, options.caption) };
      },
    });
  });
}
