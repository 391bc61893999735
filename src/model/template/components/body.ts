import { z } from "zod";
import { error, type Issue, missing, tooLong } from "../../issue.ts";
import { count, emojisOf, pointer } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { flag, namedSamples, samples, text } from "../field-shapes.ts";
import type { ComponentKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { withTextSamples } from "../variables/canonical-samples.ts";
import { findVariables, withoutVariables } from "../variables/find-variables.ts";
import { sampleIssues } from "../variables/sample-issues.ts";
import { placementIssues, variableIssues } from "../variables/variable-issues.ts";
import { component, has, type Part, type TemplateView, textOf, upper } from "../view.ts";
import { generatedFieldIssues } from "./authentication.ts";

const example = z.looseObject(
  { body_text: samples.optional(), body_text_named_params: namedSamples.optional() },
  { error: "an object" },
);

/** The message itself: the one component that every template has. */
export const body: ComponentKind<"BODY"> = {
  type: "BODY",
  place: 1,
  onCards: true,
  fields: {
    text: { shape: text },
    add_security_recommendation: { shape: flag, spelling: "boolean", absent: false },
    example: { shape: example },
  },
  rules: bodyIssues,
  authenticationRules: (view) =>
    generatedFieldIssues(
      component(view, "BODY"),
      ["text", "example"],
      "Remove it; add_security_recommendation adds a sentence.",
    ),
  canonical: (component) => withTextSamples(component, "body_text"),
};

function* bodyIssues(view: TemplateView): Iterable<Issue> {
  const part = component(view, "BODY");
  if (part === undefined) return;
  const subject = `body${view.where}`;
  const value = textOf(part, "text");
  if (!has(part, "text"))
    yield missing({
      code: "body-text-missing",
      path: part.path,
      subject,
      what: "text",
      hint: "Add text.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  if (has(part, "add_security_recommendation"))
    yield error({
      code: "body-field-unexpected",
      path: pointer(part.path, "add_security_recommendation"),
      message: `${subject} has add_security_recommendation, which is for AUTHENTICATION templates`,
      hint: "Remove it, or write the category AUTHENTICATION.",
      whatsapp: TEMPLATE_ANSWERS.unexpectedField,
    });
  if (value !== undefined) yield* textIssues(view, part, subject, value);
}

function* textIssues(view: TemplateView, part: Part, subject: string, value: string): Iterable<Issue> {
  const path = pointer(part.path, "text");
  if (value.trim() === "")
    yield error({
      code: "body-text-missing",
      path,
      message: `${subject} is empty`,
      hint: "Write the message.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  yield* tooLong({
    code: "body-too-long",
    path,
    subject,
    text: value,
    max: limitOf(view),
    whatsapp: TEMPLATE_ANSWERS.tooLong,
  });
  yield* formatIssues(view, subject, value, path);
  yield* variableIssues(subject, value, path, view.named);
  const keys = { positional: "body_text", named: "body_text_named_params" } as const;
  yield* sampleIssues(view, part, subject, value, keys);
  if (withoutVariables(value).trim() !== "") yield* placementIssues(subject, value, path);
}

function limitOf(view: TemplateView): number {
  const header = component(view, "HEADER");
  const showsProduct = header !== undefined && upper(textOf(header, "format")) === "PRODUCT";
  if (view.card !== undefined || showsProduct) return TEMPLATE_LIMITS.bodyOfCard;
  return component(view, "LIMITED_TIME_OFFER") === undefined ? TEMPLATE_LIMITS.body : TEMPLATE_LIMITS.bodyOfOffer;
}

function* formatIssues(view: TemplateView, subject: string, value: string, path: string): Iterable<Issue> {
  const lines = value.replaceAll("\r\n", "\n");
  const longest = (lines.match(/\n+/g) ?? []).reduce((max, run) => Math.max(max, run.length), 0);
  const emojis = emojisOf(value).length;
  const finding = { path, whatsapp: TEMPLATE_ANSWERS.bodyFormat };
  if (longest > TEMPLATE_LIMITS.consecutiveNewlines)
    yield error({
      ...finding,
      code: "body-newlines",
      message: `${subject} has ${longest} line breaks in a row; WhatsApp allows ${TEMPLATE_LIMITS.consecutiveNewlines}`,
      hint: "Leave at most one empty line.",
    });
  if (emojis > TEMPLATE_LIMITS.bodyEmojis)
    yield error({
      ...finding,
      code: "body-emojis",
      message: `${subject} has ${emojis} emojis; WhatsApp allows ${TEMPLATE_LIMITS.bodyEmojis}`,
      hint: `Remove ${emojis - TEMPLATE_LIMITS.bodyEmojis}.`,
    });
  if (findVariables(value).length > 0 && withoutVariables(value).trim() === "")
    yield error({
      ...finding,
      code: "body-only-variables",
      message: `${subject} has only variables and no text`,
      hint: "Write the message around the variables.",
    });
  const breaks = lines.split("\n").length - 1;
  if (view.card !== undefined && breaks > TEMPLATE_LIMITS.lineBreaksOfCard)
    yield error({
      ...finding,
      code: "card-body-newlines",
      message: `${subject} has ${count(breaks, "line break")}; WhatsApp allows ${TEMPLATE_LIMITS.lineBreaksOfCard} on a card`,
      hint: "Write it in fewer lines.",
    });
}
