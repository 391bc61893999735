import { MESSAGE_LIMITS, videoMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { filesOf, mediaSource, referenceOf } from "../outgoing/media-source.ts";
import { type MessageDetails, maxSizeOf, mediaCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends a video: MP4 or 3GP (H.264 and AAC), up to ${maxSizeOf("video/mp4")}.`,
  examples: [
    {
      run: 'mycobot send video tour.mp4 --to 491701234567 --caption "The tour"',
      does: "uploads the file and sends it",
    },
    { run: "mycobot send video --to 491701234567 --link https://example.com/tour.mp4", does: "WhatsApp fetches it" },
  ],
};

/** `mycobot send video [FILE]` */
export default function sendVideoCommand(context: Context) {
  return mediaCommand(DETAILS)
    .option("--caption <text>", `caption, up to ${MESSAGE_LIMITS.caption} characters`)
    .action(async (file, options) => {
      const source = mediaSource("video", file, options, context.io);
      const { caption } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) => videoMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), caption }),
      });
    });
}
