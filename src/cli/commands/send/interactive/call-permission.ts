import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { interactiveCommand } from "./interactive-command.ts";

const DETAILS: MessageDetails = {
  summary: "ask for leave to call",
  description: "Sends a text with buttons by which the recipient allows calls from the business, or does not.",
  examples: [
    {
      run: 'mycobot send call-permission --to 491701234567 \\\n      --body "May we call you about order 12853?"',
      does: "asks for leave",
    },
  ],
};

/** `mycobot send call-permission` */
export function callPermissionCommand(context: Context) {
  return interactiveCommand("call-permission", DETAILS).action(async (options) => {
    const { addresseeOf, deliver } = await import("../outgoing/index.ts");
    const { callPermissionMessage } = await import("../../../../model/message/index.ts");
    const { body, footer } = options;
    const message = () => callPermissionMessage({ ...addresseeOf(options), body, footer });
    await deliver(context, options, { message });
  });
}
