import { InvalidArgumentError } from "commander";
import type { Context } from "../../../context.ts";
import { repeated } from "../../../input/repeated.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";
import { pairs } from "../outgoing/pair.ts";
import { buttonFlags } from "./button-flag.ts";
import { locationFlag, productFlag } from "./header-flags.ts";

const DETAILS: MessageDetails = {
  summary: "a template with its parameters",
  description:
    "Sends an approved template. The parameters are compared with the template itself, from the stack file of --stack or from the account of --waba, and the missing one is named. With --stack NAME may be the key in the file: the present version is sent.",
  sections: [
    {
      title: "Buttons",
      lines: [
        "INDEX counts all buttons of the template, from 0. What VALUE is goes by the",
        "button: the end of its address (also a code), the payload of a quick reply,",
        "a coupon code, a flow's token, the product that a catalog shows. Where the",
        "template is not known it is the end of an address, unless KIND says it:",
        "url, quick_reply, copy_code, flow, catalog.",
      ],
    },
    {
      title: "Data: WhatsApp's list of components, in place of all other parameters",
      lines: [
        '[ { "type": "body", "parameters": [ { "type": "text", "text": "Ana" } ] },',
        '  { "type": "carousel", "cards": [ { "card_index": 0,',
        '    "components": [...] } ] } ]',
      ],
    },
  ],
  examples: [
    {
      run: "mycobot send template order_shipped --stack production --language en_US \\\n      --to 491701234567 --body Ana --body 17",
      does: "fills {{1}} and {{2}}, after a look at the stack file",
    },
    {
      run: "mycobot send template welcome --language pt_BR --to 5511987654321 \\\n      --param first_name=Ana --button 0=ref17",
      does: "a variable with a name, and the end of a link",
    },
  ],
};

/** Milliseconds since the epoch, of `2026-05-31T18:00:00Z` or of the number itself. */
function moment(text: string): number {
  const ms = /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(ms)) throw new InvalidArgumentError("It must be a time such as 2026-05-31T18:00:00Z.");
  return ms;
}

/** `mycobot send template NAME` */
export function templateCommand(context: Context) {
  return messageCommand("template", DETAILS)
    .argument("<name>", "the template's name in the account, or its key in the stack file")
    .requiredOption("--language <code>", "as it was created: en_US, pt_BR")
    .option("--waba <id>", "WhatsApp Business account, to look at the template")
    .option("--body <value>", "the next variable of the body: {{1}}, {{2}}; repeatable", repeated)
    .option("--param <name=value>", "a variable that has a name; repeatable", pairs)
    .option("--header <value>", "the header's variable")
    .option("--header-image <source>", "the header's image: media id, link or file")
    .option("--header-video <source>", "the header's video")
    .option("--header-document <source>", "the header's document")
    .option("--header-location <place>", "LATITUDE,LONGITUDE,NAME,ADDRESS", locationFlag)
    .option("--header-product <catalog:product>", "the header's product", productFlag)
    .option("--button <index=value>", "a button's value, or INDEX:KIND=VALUE; repeatable", buttonFlags)
    .option("--offer-ends <time>", "when a limited-time offer ends: 2026-05-31T18:00:00Z", moment)
    .option("--data <json>", "all components: JSON, @FILE, or @- for stdin")
    .action(async (name, options) => {
      const { deliver } = await import("../outgoing/index.ts");
      const { templateDraft } = await import("./template-draft.ts");
      await deliver(context, options, await templateDraft(name, options, context));
    });
}
