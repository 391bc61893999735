import type { Context } from "../../../context.ts";
import { repeated } from "../../../input/repeated.ts";
import { UsageError } from "../../../usage-error.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { headedCommand } from "./interactive-command.ts";

const DETAILS: MessageDetails = {
  summary: "a text with up to three reply buttons",
  description:
    "Sends a text with one to three buttons. Their titles have up to 20 characters and differ; the id of the one that is tapped comes back in a webhook.",
  examples: [
    {
      run: 'mycobot send buttons --to 491701234567 --body "Is 8 pm fine?" \\\n      --button yes=Yes --button no=No',
      does: "two buttons with the ids yes and no",
    },
  ],
};

/** `ID=TITLE`; a title alone is its own id. */
function buttonOf(text: string): { id: string; title: string } {
  const at = text.indexOf("=");
  return at < 0 ? { id: text, title: text } : { id: text.slice(0, at), title: text.slice(at + 1) };
}

/** `mycobot send buttons` */
export function buttonsCommand(context: Context) {
  return headedCommand("buttons", DETAILS)
    .option("--button <[id=]title>", "a button; repeatable, up to 3", repeated)
    .action(async (options) => {
      if (options.button === undefined) throw new UsageError("There is no button.", "Give --button ID=TITLE.");
      const buttons = options.button.map(buttonOf);
      const { addresseeOf, deliver, headerOf, headerSource } = await import("../outgoing/index.ts");
      const { buttonsMessage } = await import("../../../../model/message/index.ts");
      const { body, footer } = options;
      const header = headerSource(options, context.io);
      await deliver(context, options, {
        files: header.files,
        message: (idOf) =>
          buttonsMessage({ ...addresseeOf(options), header: headerOf(header, idOf), body, footer, buttons }),
      });
    });
}
