import { oneOf, requiredAt, within } from "../../../graph/shape.ts";
import { type JsonObject, numberOf, objectOf, upperOf } from "../../../json.ts";
import { messageError } from "../../message-error.ts";
import type { SendContext } from "../message-kind.ts";
import { ctaUrlAction } from "./cta-url.ts";
import { arrayAt, checkCount, checkHeader, type InteractiveKind, requiredText } from "./interactive-kind.ts";
import { productAction } from "./products.ts";

/** Counts of cards; the body of a card in characters. */
export const CAROUSEL = { min: 2, max: 10, cardBody: 160 } as const;

/** Checks a card and returns its type. */
function checkCard(context: SendContext, card: JsonObject, path: string): string {
  const type = upperOf(requiredAt(card, "type", path));
  oneOf("cta_url", "product")(type, within(path, "type"));
  const action = requiredAt(card, "action", path);
  if (type === "PRODUCT") productAction(action, within(path, "action"));
  else {
    requiredAt(card, "header", path);
    checkHeader(context, card, path, ["image", "video"]);
    if (card.body !== undefined) {
      requiredText(objectOf(card.body), "text", within(path, "body"), "Card body text", CAROUSEL.cardBody);
    }
    ctaUrlAction(action, within(path, "action"));
  }
  return type;
}

/** `carousel`: cards of one type, numbered from 0. */
export const carousel: InteractiveKind = {
  action: (context, value, path) => {
    const cards = arrayAt(objectOf(value), "cards", path);
    checkCount("cards", cards.length, CAROUSEL.min, CAROUSEL.max);
    const types = cards.map((entry, index) => {
      const card = objectOf(entry);
      const cardPath = within(within(path, "cards"), index);
      if (numberOf(requiredAt(card, "card_index", cardPath)) !== index) {
        throw messageError("value", `card_index of the card at index ${index} must be ${index}`);
      }
      return checkCard(context, card, cardPath);
    });
    if (new Set(types).size > 1) throw messageError("value", "All cards must be of one type");
  },
};
