import type { Context } from "../../../context.ts";
import { UsageError } from "../../../usage-error.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "an emoji on a message",
  description:
    "Puts one emoji on a message of the last 30 days, in place of an earlier one, or takes it back with --remove.",
  examples: [
    { run: "mycobot send reaction wamid.HBgL... 👍 --to 491701234567", does: "puts it there" },
    { run: "mycobot send reaction wamid.HBgL... --remove --to 491701234567", does: "takes it back" },
  ],
};

/** `mycobot send reaction MESSAGE-ID EMOJI` */
export function reactionCommand(context: Context) {
  return messageCommand("reaction", DETAILS)
    .argument("<message-id>", "the message to react to: wamid....")
    .argument("[emoji]", "one emoji")
    .option("--remove", "take the reaction back")
    .action(async (messageId, emoji, options) => {
      if ((emoji === undefined) !== (options.remove === true)) {
        throw new UsageError("A reaction is either an emoji or --remove.", "See mycobot send reaction --help.");
      }
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { reactionMessage } = await import("../../../../model/message/index.ts");
      const message = () => reactionMessage({ ...addresseeOf(options), messageId, emoji: emoji ?? "" });
      await deliver(context, options, { message });
    });
}
