import { reactionMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { UsageError } from "../../../usage-error.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description:
    "Adds an emoji to a message of the last 30 days, replacing an earlier reaction, or removes the reaction with --remove.",
  examples: [
    { run: "mycobot send reaction wamid.HBgL... 👍 --to 491701234567", does: "adds a reaction" },
    { run: "mycobot send reaction wamid.HBgL... --remove --to 491701234567", does: "removes it" },
  ],
};

/** `mycobot send reaction MESSAGE-ID EMOJI` */
export default function sendReactionCommand(context: Context) {
  return messageCommand(DETAILS)
    .argument("<message-id>", "message to react to: wamid....")
    .argument("[emoji]", "one emoji")
    .option("--remove", "remove the reaction")
    .action(async (messageId, emoji, options) => {
      if ((emoji === undefined) !== (options.remove === true)) {
        throw new UsageError(
          emoji === undefined ? "No emoji given." : "An emoji and --remove are mutually exclusive.",
          "Specify one emoji, or --remove.",
        );
      }
      const message = () => reactionMessage({ ...addresseeOf(options), messageId, emoji: emoji ?? "" });
      await deliver(context, options, { message });
    });
}
