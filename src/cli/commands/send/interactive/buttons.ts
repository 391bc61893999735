import { buttonsMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { repeated } from "../../../input/option-values.ts";
import { UsageError } from "../../../usage-error.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { headerOf, headerSource } from "../outgoing/media-source.ts";
import { headedCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends a text with 1 to ${MESSAGE_LIMITS.buttons} buttons. Titles have up to ${MESSAGE_LIMITS.buttonTitle} characters and must differ. The id of the tapped button is returned in a webhook.`,
  examples: [
    {
      run: 'mycobot send buttons --to 491701234567 --body "Is 8 pm fine?" \\\n      --button yes=Yes --button no=No',
      does: "two buttons with the ids yes and no",
    },
  ],
};

/** `mycobot send buttons` */
export default function sendButtonsCommand(context: Context) {
  return headedCommand(DETAILS)
    .option("--button <[id=]title>", `button; repeatable, up to ${MESSAGE_LIMITS.buttons}`, repeated)
    .action(async (options) => {
      const { body, footer, button } = options;
      if (button === undefined)
        throw new UsageError("At least one --button is required.", "Specify --button ID=TITLE.");
      const buttons = button.map(buttonOf);
      const header = headerSource(options, context.io);
      await deliver(context, options, {
        files: header.files,
        message: (idOf) =>
          buttonsMessage({ ...addresseeOf(options), header: headerOf(header, idOf), body, footer, buttons }),
      });
    });
}

/** `ID=TITLE`. A title alone is also the id. */
function buttonOf(text: string): { id: string; title: string } {
  const at = text.indexOf("=");
  return at < 0 ? { id: text, title: text } : { id: text.slice(0, at), title: text.slice(at + 1) };
}
