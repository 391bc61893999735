import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { mediaCommand } from "./media-command.ts";

const DETAILS: MessageDetails = {
  summary: "a video",
  description: "Sends a video: MP4 or 3GP (H.264 and AAC), up to 16 MB.",
  examples: [
    {
      run: 'mycobot send video tour.mp4 --to 491701234567 --caption "The tour"',
      does: "uploads the file and sends it",
    },
    { run: "mycobot send video --to 491701234567 --link https://example.com/tour.mp4", does: "WhatsApp fetches it" },
  ],
};

/** `mycobot send video` */
export function videoCommand(context: Context) {
  return mediaCommand("video", DETAILS)
    .option("--caption <text>", "text below, up to 1024 characters")
    .action(async (file, options) => {
      const { addresseeOf, deliver, filesOf, referenceOf } = await import("../outgoing/index.ts");
      const { chosenSource } = await import("./chosen-source.ts");
      const { videoMessage } = await import("../../../../model/message/index.ts");
      const source = chosenSource("video", { ...options, file }, context.io);
      const { caption } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) => videoMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), caption }),
      });
    });
}
