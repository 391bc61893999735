import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { captionlessCommand } from "./media-command.ts";
import { withCaption } from "./with-caption.ts";

const DETAILS: MessageDetails = {
  summary: "a sound, or a voice message",
  description:
    "Sends a sound: AAC, AMR, MP3, M4A or OGG with Opus, up to 16 MB. --voice makes it a voice message (OGG with Opus only). Audio has no caption.",
  examples: [
    { run: "mycobot send audio jingle.mp3 --to 491701234567", does: "uploads the file and sends it" },
    { run: "mycobot send audio greeting.ogg --voice --to 491701234567", does: "as a voice message" },
  ],
};

/** `mycobot send audio` */
export function audioCommand(context: Context) {
  return captionlessCommand("audio", DETAILS)
    .option("--voice", "a voice message")
    .action(async (file, options) => {
      const { addresseeOf, deliver, filesOf, referenceOf } = await import("../outgoing/index.ts");
      const { chosenSource } = await import("./chosen-source.ts");
      const { audioMessage } = await import("../../../../model/message/index.ts");
      const source = chosenSource("audio", { ...options, file }, context.io);
      const { voice, caption } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) => {
          const message = audioMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), voice });
          return { ...message, audio: withCaption(message.audio, caption) };
        },
      });
    });
}
