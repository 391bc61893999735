import { basename } from "node:path";
import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { mediaCommand } from "./media-command.ts";

const DETAILS: MessageDetails = {
  summary: "a document",
  description:
    "Sends a document of up to 100 MB: PDF, text, Word, Excel, PowerPoint. The recipient sees its file name; the name's ending decides the icon.",
  examples: [
    { run: "mycobot send document invoice.pdf --to 491701234567", does: "uploads the file and sends it" },
    {
      run: "mycobot send document --to 491701234567 --id 1166846181421424 \\\n      --filename invoice.pdf",
      does: "a document that was uploaded before",
    },
  ],
};

/** `mycobot send document` */
export function documentCommand(context: Context) {
  return mediaCommand("document", DETAILS)
    .option("--caption <text>", "text below, up to 1024 characters")
    .option("--filename <name>", "what the recipient sees (default: the file's own name)")
    .action(async (file, options) => {
      const { addresseeOf, deliver, filesOf, referenceOf } = await import("../outgoing/index.ts");
      const { chosenSource } = await import("./chosen-source.ts");
      const { documentMessage } = await import("../../../../model/message/index.ts");
      const source = chosenSource("document", { ...options, file }, context.io);
      const { caption, filename = file === undefined ? undefined : basename(file) } = options;
      await deliver(context, options, {
        files: filesOf(source),
        message: (idOf) =>
          documentMessage({ ...addresseeOf(options), ...referenceOf(source, idOf), caption, filename }),
      });
    });
}
