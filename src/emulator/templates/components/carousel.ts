import { invalidParameter } from "../../graph/errors.ts";
import { decoded, isObject, type JsonObject, listOf, rowOf, upperOf } from "../../json.ts";
import { LIMITS } from "../../tables/templates.ts";
import { refusal } from "../refusals.ts";
import { cardBody } from "./body.ts";
import { buttonsIn, cardButtons } from "./buttons.ts";
import { header } from "./header.ts";
import { checkFields, type ServedComponent, type TemplateContext } from "./served-component.ts";

const CARD_HEADERS = ["IMAGE", "VIDEO", "PRODUCT"];

const cardHeader: ServedComponent = {
  ...header,
  check(component, place, context) {
    header.check(component, place, context);
    if (!CARD_HEADERS.includes(upperOf(component.format)))
      throw invalidParameter("The header of a carousel card must be an image, a video or a product.");
  },
};

/** Components of a card, in the order in which a read lists them. */
const CARD_COMPONENTS: Readonly<Record<string, ServedComponent>> = {
  HEADER: cardHeader,
  BODY: cardBody,
  BUTTONS: cardButtons,
};

function cardsIn(component: JsonObject): JsonObject[] {
  return listOf(decoded(component.cards)).filter(isObject);
}

function componentsIn(card: JsonObject): JsonObject[] {
  return listOf(decoded(card.components)).filter(isObject);
}

/** What all cards must have in common: component types, header format, button kinds. */
function layoutOf(card: JsonObject): string {
  return componentsIn(card)
    .map((part) =>
      [upperOf(part.type), upperOf(part.format), ...buttonsIn(part).map((button) => upperOf(button.type))].join(" "),
    )
    .sort()
    .join("; ");
}

function checkCard(card: JsonObject, path: string, context: TemplateContext): void {
  const components = componentsIn(card);
  const all = new Map(components.map((component) => [upperOf(component.type), component]));
  const missing = ["HEADER", "BUTTONS"].filter((type) => !all.has(type));
  if (missing.length > 0) throw refusal("missingFields", "CAROUSEL", missing.join(", "));
  for (const [index, component] of components.entries()) {
    const type = upperOf(component.type);
    const served = rowOf(CARD_COMPONENTS, type);
    if (served === undefined) throw refusal("unexpectedFields", "CAROUSEL", type);
    served.check(component, { path: `${path}['components'][${index}]`, all }, context);
  }
}

function readBackCard(card: JsonObject, context: TemplateContext): JsonObject {
  const sent = new Map(componentsIn(card).map((component) => [upperOf(component.type), component]));
  const components = Object.entries(CARD_COMPONENTS).flatMap(([type, served]) => {
    const component = sent.get(type);
    return component === undefined ? [] : [served.readBack(component, context)];
  });
  return { components };
}

export const carousel: ServedComponent = {
  check(component, { path }, context) {
    checkFields("CAROUSEL", component, { required: ["cards"] });
    const cards = cardsIn(component);
    const { min, max } = LIMITS.cards;
    if (cards.length < min || cards.length > max)
      throw invalidParameter(`A carousel must have ${min} to ${max} cards.`);
    for (const [index, card] of cards.entries()) checkCard(card, `${path}['cards'][${index}]`, context);
    if (new Set(cards.map(layoutOf)).size > 1)
      throw invalidParameter("All cards of a carousel must have the same components.");
  },
  readBack: (sent, context) => ({ type: "CAROUSEL", cards: cardsIn(sent).map((card) => readBackCard(card, context)) }),
};
