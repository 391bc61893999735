import { callPermissionMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: "Sends a text with buttons to allow or decline calls from the business.",
  examples: [
    {
      run: 'mycobot send call-permission --to 491701234567 \\\n      --body "May we call you about order 12853?"',
      does: "asks for permission",
    },
  ],
};

/** `mycobot send call-permission` */
export default function sendCallPermissionCommand(context: Context) {
  return interactiveCommand(DETAILS).action(async (options) => {
    const { body, footer } = options;
    const message = () => callPermissionMessage({ ...addresseeOf(options), body, footer });
    await deliver(context, options, { message });
  });
}
