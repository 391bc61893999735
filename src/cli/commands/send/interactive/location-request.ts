import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "ask where the recipient is",
  description: "Sends a text with a button by which the recipient sends their location.",
  examples: [
    {
      run: 'mycobot send location-request --to 491701234567 \\\n      --body "Where shall we deliver it?"',
      does: "asks for the place",
    },
  ],
};

/** `mycobot send location-request` */
export function locationRequestCommand(context: Context) {
  return messageCommand("location-request", DETAILS)
    .requiredOption("--body <text>", "the message's text")
    .action(async (options) => {
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { locationRequestMessage } = await import("../../../../model/message/index.ts");
      const message = () => locationRequestMessage({ ...addresseeOf(options), body: options.body });
      await deliver(context, options, { message });
    });
}
