import { oneOf, requiredAt, within } from "../../graph/shape.ts";
import { type Json, type JsonObject, numberOf, objectOf, upperOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";
import { arrayAt } from "./button.ts";
import { checkHeader } from "./header.ts";
import { checkCount, requiredText } from "./lengths.ts";
import { ctaUrlAction, productAction } from "./parameters.ts";

function checkCard(context: SendContext, card: JsonObject, path: string): string {
  const type = upperOf(requiredAt(card, "type", path));
  oneOf("cta_url", "product")(type, within(path, "type"));
  const action = requiredAt(card, "action", path);
  if (type === "PRODUCT") productAction(action, within(path, "action"));
  else {
    requiredAt(card, "header", path);
    checkHeader(context, card, path, ["image", "video"]);
    if (card.body !== undefined)
      requiredText(objectOf(card.body), "text", within(path, "body"), "Card body text", MESSAGE_LIMITS.cardBody);
    ctaUrlAction(action, within(path, "action"));
  }
  return type;
}

/** Two to ten cards of one kind, numbered from 0. */
export function checkCarousel(context: SendContext, action: JsonObject, path: string): void {
  const cards: Json[] = arrayAt(action, "cards", path);
  checkCount("cards", cards.length, MESSAGE_LIMITS.cardsAtLeast, MESSAGE_LIMITS.cards);
  const types = cards.map((value, index) => {
    const card = objectOf(value);
    const cardPath = within(within(path, "cards"), index);
    if (numberOf(requiredAt(card, "card_index", cardPath)) !== index) {
      throw messageError("value", `card_index of the card at index ${index} must be ${index}`);
    }
    return checkCard(context, card, cardPath);
  });
  if (new Set(types).size > 1) throw messageError("value", "All cards must be of one type");
}
