import { invalidParameter } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject, upperOf } from "../json.ts";
import { CARD_BUTTON_KINDS } from "../tables/button-kinds.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { checkCardBody } from "./body.ts";
import { buttonsOf, checkButtons } from "./buttons.ts";
import { checkFields } from "./component-fields.ts";
import { checkHeader } from "./header.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

const CARD_HEADERS: readonly string[] = ["IMAGE", "VIDEO", "PRODUCT"];

function partsOf(card: JsonObject): JsonObject[] {
  const components = decoded(card.components);
  return Array.isArray(components) ? components.filter(isObject) : [];
}

/** What all cards must have in common: types, header format, kinds of buttons. */
function shapeOf(card: JsonObject): string {
  return partsOf(card)
    .map((part) =>
      [upperOf(part.type), upperOf(part.format), ...buttonsOf(part).map((button) => upperOf(button.type))].join(" "),
    )
    .sort()
    .join("; ");
}

function checkPart(part: JsonObject, path: string, context: RuleContext): void {
  const type = upperOf(part.type);
  if (type === "HEADER") {
    checkHeader(part, path, context);
    if (!CARD_HEADERS.includes(upperOf(part.format)))
      throw invalidParameter("The header of a carousel card must be an image, a video or a product.");
  } else if (type === "BODY") checkCardBody(part, context);
  else if (type === "BUTTONS") {
    checkButtons(part, path, context, CARD_BUTTON_KINDS);
    if (buttonsOf(part).length > LIMITS.cardButtons)
      throw invalidParameter(`A carousel card can't have more than ${LIMITS.cardButtons} buttons.`);
  } else throw refusal("unexpectedFields", "CAROUSEL", type);
}

function checkCard(card: JsonObject, path: string, context: RuleContext): void {
  const parts = partsOf(card);
  const types = parts.map((part) => upperOf(part.type));
  const missing = ["HEADER", "BUTTONS"].filter((type) => !types.includes(type));
  if (missing.length > 0) throw refusal("missingFields", "CAROUSEL", missing.join(", "));
  for (const [index, part] of parts.entries()) checkPart(part, `${path}['components'][${index}]`, context);
}

export function checkCarousel(component: JsonObject, path: string, context: RuleContext): void {
  checkFields("CAROUSEL", component, context);
  const list = decoded(component.cards);
  const cards = Array.isArray(list) ? list.filter(isObject) : [];
  if (cards.length < LIMITS.cardsAtLeast || cards.length > LIMITS.cards) {
    throw invalidParameter(`A carousel must have ${LIMITS.cardsAtLeast} to ${LIMITS.cards} cards.`);
  }
  for (const [index, card] of cards.entries()) checkCard(card, `${path}['cards'][${index}]`, context);
  if (new Set(cards.map(shapeOf)).size > 1)
    throw invalidParameter("All cards of a carousel must have the same components.");
}
