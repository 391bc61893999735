import type { CardArguments } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { interactiveCommand } from "../interactive/interactive-command.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "a text with 2 to 10 cards side by side",
  description:
    "Sends a text with cards: all with a link, or all with a product. A card without card_index gets its place in the list.",
  sections: [
    {
      title: "Data: WhatsApp's list of cards",
      lines: [
        '[ { "type": "cta_url",',
        '    "header": { "type": "image", "image": { "link": "https://..." } },',
        '    "body": { "text": "Deal 1" },',
        '    "action": { "name": "cta_url", "parameters": {',
        '      "display_text": "Shop", "url": "https://..." } } } ]',
        "or",
        '[ { "type": "product", "action": {',
        '    "product_retailer_id": "mug-blue", "catalog_id": "3670259" } } ]',
      ],
    },
  ],
  examples: [
    {
      run: 'mycobot send carousel --to 491701234567 --body "This week" \\\n      --data @cards.json',
      does: "the cards of a file",
    },
  ],
};

/** `mycobot send carousel` */
export function carouselCommand(context: Context) {
  return interactiveCommand("carousel", DETAILS)
    .requiredOption("--data <json>", "the cards: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const { addresseeOf, deliver, readList } = await import("../outgoing/index.ts");
      const { carouselMessage } = await import("../../../../model/message/index.ts");
      const cards = await readList<CardArguments>(options.data, "list of cards", context.io);
      const { body, footer } = options;
      const message = () => carouselMessage({ ...addresseeOf(options), body, footer, cards });
      await deliver(context, options, { message });
    });
}
