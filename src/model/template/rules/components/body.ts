import type { Issue } from "../../../issue.ts";
import { count, emojisOf, pointer } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error } from "../issues.ts";
import { component, has, type Part, type TemplateView, textOf } from "../template-view.ts";
import { lengthIssues } from "../text-issues.ts";
import {
  BODY_SAMPLES,
  findVariables,
  placementIssues,
  sampleIssues,
  variableIssues,
  withoutVariables,
} from "../variables/index.ts";

function limitOf(view: TemplateView): number {
  if (view.where !== "") return TEMPLATE_LIMITS.bodyOfCard;
  const header = component(view, "HEADER");
  const product = header !== undefined && textOf(header, "format")?.toUpperCase() === "PRODUCT";
  if (product) return TEMPLATE_LIMITS.bodyOfCard;
  return component(view, "LIMITED_TIME_OFFER") === undefined ? TEMPLATE_LIMITS.body : TEMPLATE_LIMITS.bodyOfOffer;
}

function* formatIssues(view: TemplateView, subject: string, text: string, path: string): Iterable<Issue> {
  const lines = text.replaceAll("\r\n", "\n");
  const longest = (lines.match(/\n+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const emojis = emojisOf(text).length;
  if (longest > TEMPLATE_LIMITS.consecutiveNewlines)
    yield error(
      "body-newlines",
      path,
      `${subject} has ${longest} line breaks in a row, WhatsApp allows ${TEMPLATE_LIMITS.consecutiveNewlines}`,
      "Leave at most one empty line.",
      ANSWERS.bodyFormat,
    );
  if (emojis > TEMPLATE_LIMITS.bodyEmojis)
    yield error(
      "body-emojis",
      path,
      `${subject} has ${emojis} emojis, WhatsApp allows ${TEMPLATE_LIMITS.bodyEmojis}`,
      `Take ${emojis - TEMPLATE_LIMITS.bodyEmojis} out.`,
      ANSWERS.bodyFormat,
    );
  if (findVariables(text).length > 0 && withoutVariables(text).trim() === "")
    yield error(
      "body-only-variables",
      path,
      `${subject} has variables and no text of its own`,
      "Write the message around the variables.",
      ANSWERS.bodyFormat,
    );
  const breaks = lines.split("\n").length - 1;
  if (view.where !== "" && breaks > TEMPLATE_LIMITS.lineBreaksOfCard)
    yield error(
      "card-body-newlines",
      path,
      `${subject} has ${count(breaks, "line break")}, WhatsApp allows ${TEMPLATE_LIMITS.lineBreaksOfCard} on a card`,
      "Write it in fewer lines.",
      ANSWERS.bodyFormat,
    );
}

function* bodyTextIssues(view: TemplateView, body: Part, subject: string, text: string): Iterable<Issue> {
  const path = pointer(body.path, "text");
  if (text.trim() === "")
    yield error("body-text-missing", path, `${subject} is empty`, "Write the message.", ANSWERS.missingField);
  yield* lengthIssues(subject, text, limitOf(view), path, "body-too-long");
  yield* formatIssues(view, subject, text, path);
  yield* variableIssues(subject, text, path, view.named);
  yield* sampleIssues(view, body, subject, text, BODY_SAMPLES);
  if (withoutVariables(text).trim() !== "") yield* placementIssues(subject, text, path);
}

/** Rules of the body of every category but AUTHENTICATION, where WhatsApp writes the text. */
export function* bodyIssues(view: TemplateView): Iterable<Issue> {
  const body = component(view, "BODY");
  if (body === undefined) return;
  const subject = `body${view.where}`;
  const text = textOf(body, "text");
  if (!has(body, "text"))
    yield error("body-text-missing", body.path, `${subject} has no text`, "Add text.", ANSWERS.missingField);
  if (has(body, "add_security_recommendation"))
    yield error(
      "body-field-unexpected",
      pointer(body.path, "add_security_recommendation"),
      `${subject} has add_security_recommendation, which is for AUTHENTICATION templates`,
      "Take it out, or write the category AUTHENTICATION.",
      ANSWERS.unexpectedField,
    );
  if (text !== undefined) yield* bodyTextIssues(view, body, subject, text);
}
