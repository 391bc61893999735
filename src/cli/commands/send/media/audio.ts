import { audioMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { filesOf, mediaSource, referenceOf } from "../outgoing/media-source.ts";
import { captionlessCommand, type MessageDetails, maxSizeOf } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends audio: AAC, AMR, MP3, M4A or OGG with Opus, up to ${maxSizeOf("audio/mpeg")}. --voice sends a voice message (OGG with Opus only). Audio has no caption.`,
  examples: [
    { run: "mycobot send audio jingle.mp3 --to 491701234567", does: "uploads the file and sends it" },
    { run: "mycobot send audio greeting.ogg --voice --to 491701234567", does: "as a voice message" },
  ],
};

/** `mycobot send audio [FILE]` */
export default function sendAudioCommand(context: Context) {
  return captionlessCommand(DETAILS)
    .option("--voice", "send as a voice message")
    .action(async (file, options) => {
      const source = mediaSource("audio", file, options, context.io);
      const { caption } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) => {
          const message = audioMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), voice: options.voice });
          // A caption is kept, so that the check reports it.
          return caption === undefined ? message : { ...message, audio: { ...message.audio, caption } };
        },
      });
    });
}
