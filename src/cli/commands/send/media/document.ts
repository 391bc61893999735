import { basename } from "node:path";
import { documentMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { filesOf, mediaSource, referenceOf } from "../outgoing/media-source.ts";
import { type MessageDetails, maxSizeOf, mediaCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends a document of up to ${maxSizeOf("application/pdf")}: PDF, text, Word, Excel, PowerPoint. The recipient sees its file name; the extension determines the icon.`,
  examples: [
    { run: "mycobot send document invoice.pdf --to 491701234567", does: "uploads the file and sends it" },
    {
      run: "mycobot send document --to 491701234567 --id 1166846181421424 \\\n      --filename invoice.pdf",
      does: "an uploaded document",
    },
  ],
};

/** `mycobot send document [FILE]` */
export default function sendDocumentCommand(context: Context) {
  return mediaCommand(DETAILS)
    .option("--caption <text>", `caption, up to ${MESSAGE_LIMITS.caption} characters`)
    .option("--filename <name>", "file name shown to the recipient (default: name of the file)")
    .action(async (file, options) => {
      const source = mediaSource("document", file, options, context.io);
      const { caption, filename = file === undefined ? undefined : basename(file) } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) =>
          documentMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), caption, filename }),
      });
    });
}
