import type { Issue } from "../../../issue.ts";
import { count, field, listing, pointer, quote } from "../../../text/index.ts";
import { ANSWERS, BUTTON_KINDS, CARD_FORMATS, COMPONENT_TYPES, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { buttonIssues } from "../buttons/index.ts";
import { error, warning } from "../issues.ts";
import { buttonsOf, component, type TemplateView, upper } from "../template-view.ts";
import { bodyIssues } from "./body.ts";
import { headerIssues } from "./header.ts";

const ON_CARDS = Object.keys(BUTTON_KINDS).filter((type) => BUTTON_KINDS[type]?.onCards);
const PARTS = ["HEADER", "BODY", "BUTTONS"];

/** What has to be the same on all cards, in words: `HEADER IMAGE, BODY, BUTTONS QUICK_REPLY URL`. */
export function cardShape(card: TemplateView): string {
  const shape = card.components.map((part) => {
    if (part.type === "HEADER") return `HEADER ${upper(field(part.value, "format"))}`;
    if (part.type !== "BUTTONS") return part.type;
    return `BUTTONS ${buttonsOf(card)
      .map(({ type }) => type)
      .join(" ")}`;
  });
  return shape.sort((a, b) => PARTS.indexOf(a.split(" ")[0] ?? "") - PARTS.indexOf(b.split(" ")[0] ?? "")).join(", ");
}

function* headerFormatIssues(card: TemplateView, path: string): Iterable<Issue> {
  const header = component(card, "HEADER");
  const given = header === undefined ? undefined : field(header.value, "format");
  const format = upper(given);
  if (header === undefined)
    yield error(
      "card-header-missing",
      path,
      `the card${card.where.replace(" of card", "")} has no header`,
      `Add a header of format ${listing(CARD_FORMATS)}.`,
      ANSWERS.missingField,
    );
  else if (format !== "" && !CARD_FORMATS.includes(format))
    yield error(
      "card-header-format",
      pointer(header.path, "format"),
      `the header${card.where} is ${quote(given)}, WhatsApp allows ${listing(CARD_FORMATS)} on cards`,
      "Use an image or a video.",
      ANSWERS.invalidParameter,
    );
}

function* cardButtonIssues(card: TemplateView, path: string): Iterable<Issue> {
  const buttons = buttonsOf(card);
  if (buttons.length === 0 || buttons.length > TEMPLATE_LIMITS.cardButtons)
    // One page of Meta's calls buttons of a card optional, all others want one.
    yield (buttons.length === 0 ? warning : error)(
      "card-buttons",
      component(card, "BUTTONS")?.path ?? path,
      `the card${card.where.replace(" of card", "")} has ${count(buttons.length, "button")}, WhatsApp allows 1 to ${TEMPLATE_LIMITS.cardButtons}`,
      buttons.length === 0 ? "Add a button." : "Take buttons out.",
      ANSWERS.invalidParameter,
    );
  for (const { type, path: at } of buttons)
    if (Object.hasOwn(BUTTON_KINDS, type) && !ON_CARDS.includes(type))
      yield error(
        "card-button-type",
        pointer(at, "type"),
        `a ${type} button does not go on a card, WhatsApp allows ${listing(ON_CARDS)}`,
        "Use one of them.",
        ANSWERS.invalidParameter,
      );
}

/** The rules of one card. */
export function* cardIssues(card: TemplateView, path: string): Iterable<Issue> {
  for (const part of card.components)
    if (COMPONENT_TYPES.includes(part.type) && !PARTS.includes(part.type))
      yield error(
        "card-component",
        part.path,
        `the card${card.where.replace(" of card", "")} has ${part.type}; a card has ${listing(PARTS, "and")}`,
        "Take it out.",
        ANSWERS.unexpectedField,
      );
  yield* headerFormatIssues(card, path);
  yield* headerIssues(card);
  yield* bodyIssues(card);
  yield* cardButtonIssues(card, path);
  yield* buttonIssues(card);
}
