import { error, type Issue } from "../../issue.ts";
import { field, listing, pointer } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { isFromLibrary } from "../envelope/library.ts";
import { partsOf, type TemplateView } from "../view.ts";
import { componentKind, TEMPLATE_COMPONENTS } from "./index.ts";

/** Which components a template has: a body, none twice, and in AUTHENTICATION templates and on cards only those allowed there. */
export function* componentArrangementIssues(view: TemplateView): Iterable<Issue> {
  yield* presenceIssues(view);
  if (view.category === "AUTHENTICATION") yield* authenticationIssues(view);
  else yield* cardIssues(view);
}

function* presenceIssues(view: TemplateView): Iterable<Issue> {
  const list = field(view.body, "components");
  const known = new Set<string>();
  for (const { type, path } of view.components) {
    if (type !== "" && known.has(type))
      yield error({
        code: "component-twice",
        path,
        message: `the template has a second ${type}`,
        hint: "Keep one.",
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
    known.add(type);
  }
  if (known.has("BODY") || isFromLibrary(view) || (list !== undefined && !Array.isArray(list))) return;
  yield error({
    code: "body-missing",
    path: list === undefined ? "" : "/components",
    message: list === undefined ? "the template has no components" : "the template has no BODY, which is required",
    hint: view.category === "AUTHENTICATION" ? 'Add {"type": "BODY"}.' : 'Add {"type": "BODY", "text": …}.',
    whatsapp: TEMPLATE_ANSWERS.missingField,
  });
}

function* authenticationIssues(view: TemplateView): Iterable<Issue> {
  for (const { type, path } of view.components) {
    const kind = componentKind(type);
    if (kind !== undefined && kind.authenticationRules === undefined)
      yield error({
        code: "authentication-component",
        path,
        message: `an AUTHENTICATION template cannot have a ${type}`,
        hint: "Remove it, or choose another category.",
        whatsapp: TEMPLATE_ANSWERS.unexpectedField,
      });
  }
}

function* cardIssues(view: TemplateView): Iterable<Issue> {
  const allowed = TEMPLATE_COMPONENTS.filter(({ onCards }) => onCards).map(({ type }) => type);
  const carousel = view.components.find(({ type }) => type === "CAROUSEL");
  if (carousel === undefined) return;
  const cards = partsOf(field(carousel.value, "cards"), pointer(carousel.path, "cards"));
  for (const [index, card] of cards.entries())
    for (const { type, path } of partsOf(field(card.value, "components"), pointer(card.path, "components")))
      if (componentKind(type) !== undefined && !allowed.includes(type))
        yield error({
          code: "card-component",
          path,
          message: `card ${index + 1} has ${type}; a card has ${listing(allowed, "and")}`,
          hint: "Remove it.",
          whatsapp: TEMPLATE_ANSWERS.unexpectedField,
        });
}
