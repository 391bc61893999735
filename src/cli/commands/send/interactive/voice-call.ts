import type { Context } from "../../../context.ts";
import { wholeNumber } from "../../../input/option-values.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { interactiveCommand } from "./interactive-command.ts";

const DAY_MINUTES = 24 * 60;

const DETAILS: MessageDetails = {
  summary: "a text with a button that calls the business",
  description: "Sends a text with a button by which the recipient calls the business on WhatsApp.",
  examples: [
    {
      run: 'mycobot send voice-call --to 491701234567 \\\n      --body "We are here until 6 pm." --button "Call us" --minutes 60',
      does: "a button that works for an hour",
    },
  ],
};

/** `mycobot send voice-call` */
export function voiceCallCommand(context: Context) {
  return interactiveCommand("voice-call", DETAILS)
    .option("--button <text>", "the button's text, up to 20 characters")
    .option("--minutes <n>", "how long it works", wholeNumber(1, 30 * DAY_MINUTES))
    .option("--payload <text>", "comes back in the webhooks of the call")
    .action(async (options) => {
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { voiceCallMessage } = await import("../../../../model/message/index.ts");
      const { body, footer, button: displayText, minutes: ttlMinutes, payload } = options;
      const message = () =>
        voiceCallMessage({ ...addresseeOf(options), body, footer, displayText, ttlMinutes, payload });
      await deliver(context, options, { message });
    });
}
