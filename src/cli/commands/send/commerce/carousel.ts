import { type CardArguments, carouselMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { dataHelp, readList } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends a text with a row of ${MESSAGE_LIMITS.minCards} to ${MESSAGE_LIMITS.cards} cards, all with a link or all with a product. card_index defaults to the position in the list.`,
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
      does: "the cards in a file",
    },
  ],
};

/** `mycobot send carousel` */
export default function sendCarouselCommand(context: Context) {
  return interactiveCommand(DETAILS)
    .requiredOption("--data <json>", dataHelp("cards"))
    .action(async (options) => {
      const cards = await readList<CardArguments>(options.data, "list of cards", context.io);
      const { body, footer } = options;
      const message = () => carouselMessage({ ...addresseeOf(options), body, footer, cards });
      await deliver(context, options, { message });
    });
}
