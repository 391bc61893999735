import { z } from "zod";
import { error, type Issue, missing, warning } from "../../issue.ts";
import { count, field, listing, pointer, quote, rowOf } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { buttonKind, TEMPLATE_BUTTONS } from "../buttons/index.ts";
import type { ComponentKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { buttonsOf, component, has, type Part, partsOf, type TemplateView, upper } from "../view.ts";
import { body } from "./body.ts";
import { buttons } from "./buttons.ts";
import { HEADER_FORMATS, header } from "./header.ts";

const components = z.array(z.looseObject({}, { error: "a component" }), { error: "a list of components" });
const card = z.looseObject({ components: components.optional() }, { error: "a card" });

/** Cards that all have the same components, header format and buttons. */
export const carousel: ComponentKind<"CAROUSEL"> = {
  type: "CAROUSEL",
  place: 3,
  fields: { cards: { shape: z.array(card, { error: "a list of cards" }) } },
  rules: carouselIssues,
};

function* carouselIssues(view: TemplateView): Iterable<Issue> {
  const part = component(view, "CAROUSEL");
  if (part === undefined) return;
  const path = pointer(part.path, "cards");
  const list = field(part.value, "cards");
  yield* outsideIssues(view);
  if (view.category === "UTILITY")
    yield warning({
      code: "carousel-category",
      path: part.path,
      message: "carousels are for MARKETING templates in Meta's guide; this one is UTILITY",
      hint: "Write the category MARKETING.",
    });
  if (!has(part, "cards"))
    yield missing({
      code: "carousel-cards",
      path: part.path,
      subject: "carousel",
      what: "cards",
      hint: "Add cards.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  if (!Array.isArray(list)) return;
  const cards = partsOf(list, path).map((each, index) => ({ path: each.path, view: cardView(view, each, index + 1) }));
  const [first] = cards;
  const expected = first === undefined ? "" : layoutOf(first.view);
  yield* countIssues(list, path, expected.includes("PRODUCT"));
  for (const [index, each] of cards.entries()) {
    yield* cardIssues(each.view, each.path);
    const layout = layoutOf(each.view);
    if (layout !== expected)
      yield error({
        code: "carousel-cards-differ",
        path: each.path,
        message: `card ${index + 1} has ${layout || "nothing"}, card 1 has ${expected || "nothing"}; all cards have the same components, header format and buttons`,
        hint: "Give all cards the same layout.",
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
  }
}

function cardView(view: TemplateView, part: Part, number: number): TemplateView {
  return {
    ...view,
    components: partsOf(field(part.value, "components"), pointer(part.path, "components")),
    card: number,
    where: ` of card ${number}`,
  };
}

function* outsideIssues(view: TemplateView): Iterable<Issue> {
  for (const { type, path } of view.components) {
    if (type === "HEADER" || type === "FOOTER")
      yield error({
        code: "carousel-outside",
        path,
        message: `a template with a carousel cannot have a ${type} outside the cards`,
        hint: "Remove it, or move it to the cards.",
        whatsapp: TEMPLATE_ANSWERS.unexpectedField,
      });
    if (type === "BUTTONS")
      yield warning({
        code: "carousel-outside",
        path,
        message: "in Meta's guide the buttons of a template with a carousel are on the cards; these are outside",
        hint: "Move them to the cards.",
      });
  }
}

function* countIssues(list: readonly unknown[], path: string, showsProducts: boolean): Iterable<Issue> {
  const { cards: max, cardsAtLeast: min, productCardsAtCreate } = TEMPLATE_LIMITS;
  if (list.length < min || list.length > max)
    yield error({
      code: "carousel-cards",
      path,
      message: `carousel has ${count(list.length, "card")}; WhatsApp allows ${min} to ${max}`,
      hint: list.length < min ? `Add ${min - list.length}.` : `Remove ${list.length - max}.`,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  else if (showsProducts && list.length > productCardsAtCreate)
    yield warning({
      code: "carousel-product-cards",
      path,
      message: `a product carousel is created with ${productCardsAtCreate} cards; this one has ${list.length}`,
      hint: `Keep ${productCardsAtCreate}; a message may still have up to ${max}.`,
    });
}

// Of each card.

const CARD_COMPONENTS = [header, body, buttons];
const CARD_TYPES: readonly string[] = CARD_COMPONENTS.map(({ type }) => type);
const CARD_FORMATS = Object.keys(HEADER_FORMATS).filter((format) => rowOf(HEADER_FORMATS, format)?.onCards);
const CARD_BUTTONS: readonly string[] = TEMPLATE_BUTTONS.filter(({ onCards }) => onCards).map(({ type }) => type);

/** What all cards have in common, in words: `HEADER IMAGE, BODY, BUTTONS QUICK_REPLY URL`. */
function layoutOf(view: TemplateView): string {
  const place = (words: string) => CARD_TYPES.indexOf(words.split(" ")[0] ?? "");
  return view.components
    .map(({ type, value }) => {
      if (type === "HEADER") return `HEADER ${upper(field(value, "format"))}`;
      if (type !== "BUTTONS") return type;
      const types = buttonsOf(view).map((button) => button.type);
      return `BUTTONS ${types.join(" ")}`;
    })
    .sort((a, b) => place(a) - place(b))
    .join(", ");
}

function* cardIssues(view: TemplateView, path: string): Iterable<Issue> {
  yield* headerIssues(view, path);
  yield* header.rules?.(view) ?? [];
  yield* body.rules?.(view) ?? [];
  yield* buttonIssues(view, path);
  yield* buttons.rules?.(view) ?? [];
}

function* headerIssues(view: TemplateView, path: string): Iterable<Issue> {
  const part = component(view, "HEADER");
  const given = part === undefined ? undefined : field(part.value, "format");
  const format = upper(given);
  if (part === undefined)
    yield missing({
      code: "card-header-missing",
      path,
      subject: `card ${view.card}`,
      what: "header",
      hint: `Add a header of format ${listing(CARD_FORMATS)}.`,
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  else if (format !== "" && !CARD_FORMATS.includes(format))
    yield error({
      code: "card-header-format",
      path: pointer(part.path, "format"),
      message: `the header of card ${view.card} is ${quote(given)}; WhatsApp allows ${listing(CARD_FORMATS)} on cards`,
      hint: "Use an image or a video.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}

function* buttonIssues(view: TemplateView, path: string): Iterable<Issue> {
  const all = buttonsOf(view);
  const { cardButtons: max } = TEMPLATE_LIMITS;
  if (all.length === 0 || all.length > max)
    // One of Meta's pages calls the buttons of a card optional; all others require one.
    yield (all.length === 0 ? warning : error)({
      code: "card-buttons",
      path: component(view, "BUTTONS")?.path ?? path,
      message: `card ${view.card} has ${count(all.length, "button")}; WhatsApp allows 1 to ${max}`,
      hint: all.length === 0 ? "Add a button." : `Remove ${all.length - max}.`,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  for (const { type, path: at } of all)
    if (buttonKind(type) !== undefined && !CARD_BUTTONS.includes(type))
      yield error({
        code: "card-button-type",
        path: pointer(at, "type"),
        message: `a ${type} button is not allowed on a card; WhatsApp allows ${listing(CARD_BUTTONS)}`,
        hint: "Use one of them.",
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
}
