import type { Context } from "../../../context.ts";
import { readText } from "../../../input/read-text.ts";
import { UsageError } from "../../../usage-error.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "a text",
  description:
    "Sends a text of 1 to 4096 characters. Outside of 24 hours after the recipient's last message WhatsApp takes templates only (131047).",
  examples: [
    { run: 'mycobot send text "Your table is ready." --to "+49 170 1234567"', does: "sends it" },
    { run: "date | mycobot send text - --to 491701234567 --dry-run", does: "text from stdin; prints the request" },
  ],
};

async function words(argument: string | undefined, option: string | undefined, context: Context): Promise<string> {
  const text = argument ?? option;
  if (text === undefined || (argument !== undefined && option !== undefined)) {
    throw new UsageError("The text is given once: as an argument or with --body.", "See mycobot send text --help.");
  }
  // What a shell or an editor puts at the end of the last line is no part of the message.
  return text === "-" ? (await readText(text, context.io)).replace(/\r?\n$/, "") : text;
}

/** `mycobot send text TEXT` */
export function textCommand(context: Context) {
  return messageCommand("text", DETAILS)
    .argument("[text]", "the text; - for stdin")
    .option("--body <text>", "the text, instead of the argument")
    .option("--preview-url", "show the first link as a card")
    .action(async (argument, options) => {
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { textMessage } = await import("../../../../model/message/index.ts");
      const body = await words(argument, options.body, context);
      const message = () => textMessage({ ...addresseeOf(options), body, previewUrl: options.previewUrl });
      await deliver(context, options, { message });
    });
}
