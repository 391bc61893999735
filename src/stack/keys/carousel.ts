import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { isObject } from "../../model/text/index.ts";
import { list, shown } from "../shape/schema.ts";
import { itemsOf, madeList, madeMap } from "../source/located.ts";
import { bodyOfCard, examples } from "./body.ts";
import { buttonsOfCard } from "./buttons.ts";
import { header, headerExample } from "./header.ts";
import { contractKeys, expandKeys, ofType, optionalSchemas, type ShortKey } from "./short-key.ts";

const CARD: Readonly<Record<string, ShortKey>> = {
  header,
  header_example: headerExample,
  body: bodyOfCard,
  examples,
  buttons: buttonsOfCard,
};

const CARD_EXAMPLE = { header: { image: "media/basil.jpg" }, body: "Fresh basil" };

/** CAROUSEL: each card is a message with a header, a body and buttons. */
export const carousel: ShortKey = {
  schema: list(
    shown(z.strictObject(optionalSchemas(CARD)), {
      description: "A card: header with an image or a video, body, buttons.",
      example: CARD_EXAMPLE,
    }),
    {
      description: "Cards below the body, all with the same layout.",
      example: [CARD_EXAMPLE],
      minItems: TEMPLATE_LIMITS.cardsAtLeast,
      maxItems: TEMPLATE_LIMITS.cards,
    },
  ),
  expand(value, _parent, expansion) {
    const cards = itemsOf(value).map((card) => {
      const components = madeList(expandKeys(card, CARD, expansion), card.position);
      return madeMap({ components }, card.position);
    });
    return [madeMap({ type: "CAROUSEL", cards: madeList(cards, value.position) }, value.position)];
  },
  contract(components, contraction) {
    const cards = ofType(components, "CAROUSEL")?.cards;
    if (!Array.isArray(cards)) return {};
    return { carousel: cards.filter(isObject).map((card) => contractKeys(card.components, CARD, contraction)) };
  },
};
