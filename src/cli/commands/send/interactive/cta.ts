import { ctaUrlMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { headerOf, headerSource } from "../outgoing/media-source.ts";
import { headedCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: "Sends a text with one button that opens a web page.",
  examples: [
    {
      run: 'mycobot send cta --to 491701234567 --body "Your order left us." \\\n      --button Track --url https://example.com/t/1',
      does: "a button that opens the URL",
    },
  ],
};

/** `mycobot send cta` */
export default function sendCtaCommand(context: Context) {
  return headedCommand(DETAILS)
    .requiredOption("--button <text>", `button text, up to ${MESSAGE_LIMITS.linkText} characters`)
    .requiredOption("--url <url>", "URL to open")
    .action(async (options) => {
      const { body, footer, button: displayText, url } = options;
      const header = headerSource(options, context.io);
      await deliver(context, options, {
        files: header.files,
        message: (idOf) =>
          ctaUrlMessage({ ...addresseeOf(options), header: headerOf(header, idOf), body, footer, displayText, url }),
      });
    });
}
