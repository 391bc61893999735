import { MESSAGE_LIMITS, voiceCallMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { wholeNumber } from "../../../input/option-values.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: "Sends a text with a button to call the business on WhatsApp.",
  examples: [
    {
      run: 'mycobot send voice-call --to 491701234567 \\\n      --body "We are here until 6 pm." --button "Call us" --minutes 60',
      does: "a button that is active for an hour",
    },
  ],
};

/** `mycobot send voice-call` */
export default function sendVoiceCallCommand(context: Context) {
  return interactiveCommand(DETAILS)
    .option("--button <text>", `button text, up to ${MESSAGE_LIMITS.callText} characters`)
    .option("--minutes <n>", "how long the button is active", wholeNumber(1, MESSAGE_LIMITS.callTtlMinutes))
    .option("--payload <text>", "returned in the webhooks of the call")
    .action(async (options) => {
      const { body, footer, button: displayText, minutes: ttlMinutes, payload } = options;
      const message = () =>
        voiceCallMessage({ ...addresseeOf(options), body, footer, displayText, ttlMinutes, payload });
      await deliver(context, options, { message });
    });
}
