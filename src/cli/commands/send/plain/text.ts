import { MESSAGE_LIMITS, textMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { readText } from "../../../input/read-text.ts";
import { UsageError } from "../../../usage-error.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends a text of 1 to ${MESSAGE_LIMITS.text} characters. More than 24 hours after the recipient's last message, WhatsApp accepts only templates (131047).`,
  examples: [
    { run: 'mycobot send text "Your table is ready." --to "+49 170 1234567"', does: "sends the text" },
    { run: "date | mycobot send text - --to 491701234567 --dry-run", does: "reads stdin and prints the request" },
  ],
};

/** `mycobot send text TEXT` */
export default function sendTextCommand(context: Context) {
  return messageCommand(DETAILS)
    .argument("[text]", "text; - for stdin")
    .option("--body <text>", "text, instead of the argument")
    .option("--preview-url", "show a preview of the first link")
    .action(async (argument, options) => {
      const body = await bodyOf(argument, options.body, context);
      const message = () => textMessage({ ...addresseeOf(options), body, previewUrl: options.previewUrl });
      await deliver(context, options, { message });
    });
}

async function bodyOf(argument: string | undefined, option: string | undefined, context: Context): Promise<string> {
  const text = argument ?? option;
  if (text === undefined || (argument !== undefined && option !== undefined)) {
    throw new UsageError(
      text === undefined ? "No text given." : "More than one text given.",
      "Specify the text as an argument or with --body.",
    );
  }
  // The final line break of a shell or an editor is not part of the message.
  return text === "-" ? (await readText(text, context.io)).replace(/\r?\n$/, "") : text;
}
