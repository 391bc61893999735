import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { headedCommand } from "./interactive-command.ts";

const DETAILS: MessageDetails = {
  summary: "a text with a button that opens a link",
  description: "Sends a text with one button that opens a web address.",
  examples: [
    {
      run: 'mycobot send cta --to 491701234567 --body "Your order left us." \\\n      --button Track --url https://example.com/t/1',
      does: "a button that opens the address",
    },
  ],
};

/** `mycobot send cta` */
export function ctaCommand(context: Context) {
  return headedCommand("cta", DETAILS)
    .requiredOption("--button <text>", "the button's text, up to 20 characters")
    .requiredOption("--url <url>", "what it opens")
    .action(async (options) => {
      const { addresseeOf, deliver, headerOf, headerSource } = await import("../outgoing/index.ts");
      const { ctaUrlMessage } = await import("../../../../model/message/index.ts");
      const { body, footer, button, url } = options;
      const header = headerSource(options, context.io);
      await deliver(context, options, {
        files: header.files,
        message: (idOf) =>
          ctaUrlMessage({
            ...addresseeOf(options),
            header: headerOf(header, idOf),
            body,
            footer,
            displayText: button,
            url,
          }),
      });
    });
}
