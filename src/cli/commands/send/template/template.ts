import { InvalidArgumentError } from "commander";
import type { Context } from "../../../context.ts";
import { pairs, repeated } from "../../../input/option-values.ts";
import { dataHelp } from "../outgoing/data.ts";
import { deliver } from "../outgoing/deliver.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";
import { BUTTON_FLAG_KINDS, buttonFlags } from "./button-flag.ts";
import { locationFlag, productFlag } from "./header-flags.ts";
import { templateDraft } from "./template-draft.ts";

const DETAILS: MessageDetails = {
  description:
    "Sends an approved template. The parameters are checked against the template, from the stack file of --stack or from the account of --waba; missing ones are reported. With --stack, NAME may be the key in the file, which selects the current version.",
  sections: [
    {
      title: "Variables",
      lines: [
        "--param fills a named variable in header, body and buttons. The name of a",
        "button's variable is known with --stack only: WhatsApp calls it {{1}}.",
      ],
    },
    {
      title: "Buttons",
      lines: [
        "INDEX counts all buttons of the template from 0. The meaning of VALUE depends",
        "on the button: end of the URL (also for a one-time code), payload of a quick",
        "reply, coupon code, token of a flow, or product shown for a catalog. If the",
        "template is not known, VALUE is the end of a URL unless KIND is given:",
        `${BUTTON_FLAG_KINDS.join(", ")}.`,
      ],
    },
    {
      title: "Data: WhatsApp's list of components, instead of all other parameters",
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
      does: "fills {{1}} and {{2}}, checked against the stack file",
    },
    {
      run: "mycobot send template welcome --language pt_BR --to 5511987654321 \\\n      --param first_name=Ana --button 0=ref17",
      does: "a named variable, and the end of a URL",
    },
    {
      run: "mycobot send template order_shipped --stack dev --language en_US \\\n      --to 491701234567 --param first_name=Ana --param order=A-1042",
      does: "the order's number in header, body and button",
    },
  ],
};

/** Milliseconds since the epoch, from `2026-05-31T18:00:00Z` or from the number itself. */
function moment(text: string): number {
  const ms = /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(ms)) throw new InvalidArgumentError("Expected a time such as 2026-05-31T18:00:00Z.");
  return ms;
}

/** `mycobot send template NAME` */
export default function sendTemplateCommand(context: Context) {
  return messageCommand(DETAILS)
    .argument("<name>", "name of the template in the account, or its key in the stack file")
    .requiredOption("--language <code>", "language of the template: en_US, pt_BR")
    .option("--waba <id>", "WhatsApp Business account of the template")
    .option("--body <value>", "next variable of the body: {{1}}, {{2}}; repeatable", repeated)
    .option("--param <name=value>", "named variable, wherever it occurs; repeatable", pairs)
    .option("--header <value>", "variable of the header")
    .option("--header-image <source>", "image of the header: media id, link or file")
    .option("--header-video <source>", "video of the header: media id, link or file")
    .option("--header-document <source>", "document of the header: media id, link or file")
    .option("--header-location <place>", "LATITUDE,LONGITUDE,NAME,ADDRESS", locationFlag)
    .option("--header-product <catalog:product>", "product of the header", productFlag)
    .option("--button <index=value>", "value of a button, or INDEX:KIND=VALUE; repeatable", buttonFlags)
    .option("--offer-ends <time>", "end of a limited-time offer: 2026-05-31T18:00:00Z", moment)
    .option("--data <json>", dataHelp("all components"))
    .action(async (name, options) => deliver(context, options, await templateDraft(name, options, context)));
}
