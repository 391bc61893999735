import type { Issue } from "../../../issue.ts";
import { count, field, pointer } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { component, has, type Part, partsOf, type TemplateView } from "../template-view.ts";
import { cardIssues, cardShape } from "./card.ts";

function* countIssues(list: readonly unknown[], path: string, product: boolean): Iterable<Issue> {
  const { cards: most, cardsAtLeast: least, productCardsAtCreate } = TEMPLATE_LIMITS;
  if (list.length < least || list.length > most)
    yield error(
      "carousel-cards",
      path,
      `carousel has ${count(list.length, "card")}, WhatsApp allows ${least} to ${most}`,
      list.length < least ? "Add cards." : "Take cards out.",
      ANSWERS.invalidParameter,
    );
  else if (product && list.length > productCardsAtCreate)
    yield warning(
      "carousel-product-cards",
      path,
      `a product carousel is created with ${productCardsAtCreate} cards, this one has ${list.length}`,
      `Keep ${productCardsAtCreate}; up to ${most} can be sent all the same.`,
    );
}

function* outsideIssues(view: TemplateView): Iterable<Issue> {
  for (const part of view.components) {
    if (part.type === "HEADER" || part.type === "FOOTER")
      yield error(
        "carousel-outside",
        part.path,
        `a template with a carousel has no ${part.type} of its own`,
        "Take it out, or move it to the cards.",
        ANSWERS.unexpectedField,
      );
    if (part.type === "BUTTONS")
      yield warning(
        "carousel-outside",
        part.path,
        "a template with a carousel has its buttons on the cards in Meta's guide, here they stand outside",
        "Move them to the cards.",
      );
  }
}

/** 2 to 10 cards that all have the same components, header format and buttons. */
export function* carouselIssues(view: TemplateView): Iterable<Issue> {
  const carousel = component(view, "CAROUSEL");
  if (carousel === undefined || view.category === "AUTHENTICATION") return;
  const path = pointer(carousel.path, "cards");
  const list = field(carousel.value, "cards");
  yield* outsideIssues(view);
  if (view.category === "UTILITY")
    yield warning(
      "carousel-category",
      carousel.path,
      "carousels are for MARKETING templates in Meta's guide, this one is UTILITY",
      "Write the category MARKETING.",
    );
  if (!has(carousel, "cards"))
    yield error("carousel-cards", carousel.path, "carousel has no cards", "Add cards.", ANSWERS.missingField);
  if (!Array.isArray(list)) return;
  const cards: Part[] = partsOf(list, path);
  const views = cards.map((card, index) => ({
    ...view,
    components: partsOf(field(card.value, "components"), pointer(card.path, "components")),
    where: ` of card ${index + 1}`,
  }));
  const [first] = views;
  const expected = first === undefined ? undefined : cardShape(first);
  yield* countIssues(list, path, expected?.includes("PRODUCT") ?? false);
  for (const [index, card] of views.entries()) {
    const at = cards[index]?.path ?? path;
    yield* cardIssues(card, at);
    const shape = cardShape(card);
    if (shape !== expected)
      yield error(
        "carousel-cards-differ",
        at,
        `card ${index + 1} has ${shape || "nothing"}, card 1 has ${expected || "nothing"}; all cards have the same components, header format and buttons`,
        "Make the cards alike.",
        ANSWERS.invalidParameter,
      );
  }
}
