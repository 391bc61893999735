import { locationRequestMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: "Sends a text with a button to send the current location.",
  examples: [
    {
      run: 'mycobot send location-request --to 491701234567 \\\n      --body "Where shall we deliver it?"',
      does: "asks for the location",
    },
  ],
};

/** `mycobot send location-request` */
export default function sendLocationRequestCommand(context: Context) {
  return messageCommand(DETAILS)
    .requiredOption("--body <text>", "text of the message")
    .action(async (options) => {
      const message = () => locationRequestMessage({ ...addresseeOf(options), body: options.body });
      await deliver(context, options, { message });
    });
}
