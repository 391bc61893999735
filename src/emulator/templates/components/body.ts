import type { JsonObject } from "../../json.ts";
import { LIMITS } from "../../tables/templates.ts";
import { emojiCount, hasLetterOrDigit, lengthOf, wordCount } from "../../text/characters.ts";
import { areWellNamed, textAround, variablesIn, withoutVariables } from "../../text/variables.ts";
import { refusal } from "../refusals.ts";
import { checkSamples, readBackText } from "../samples.ts";
import { checkFields, type ServedComponent, type TemplateContext } from "./served-component.ts";

const FIELDS = { required: ["text"], optional: ["example"] };

const TOO_MANY_NEWLINES = new RegExp(`(\\r?\\n){${LIMITS.bodyNewlinesInARow + 1},}`);

function checkFormat(text: string, { parameterFormat }: TemplateContext): void {
  const names = variablesIn(text);
  const onlyVariables = names.length > 0 && withoutVariables(text).trim() === "";
  if (
    onlyVariables ||
    !areWellNamed(names, parameterFormat) ||
    TOO_MANY_NEWLINES.test(text) ||
    emojiCount(text) > LIMITS.bodyEmojis
  )
    throw refusal("bodyFormat");
}

/** 2388299. Recorded: punctuation alone before the first or after the last variable is not enough. */
function checkEdges(text: string, rule: "strict" | "literal" | "off"): void {
  const around = textAround(text);
  if (around === undefined || rule === "off") return;
  const isText = rule === "strict" ? hasLetterOrDigit : (part: string) => part.trim() !== "";
  if (!isText(around.before) || !isText(around.after)) throw refusal("edgeVariables");
}

/** 2388293. WhatsApp's formula is not published: a switch sets the threshold. */
function checkRatio(text: string, wordsPerVariable: number): void {
  const variables = variablesIn(text).length;
  if (variables > 0 && wordCount(withoutVariables(text)) < wordsPerVariable * variables) throw refusal("wordsRatio");
}

function readBack(sent: JsonObject): JsonObject {
  return { type: "BODY", ...readBackText(sent, "body_text") };
}

export const body: ServedComponent = {
  check(component, { all }, context) {
    checkFields("BODY", component, FIELDS);
    const text = String(component.text);
    const max = all.has("LIMITED_TIME_OFFER") ? LIMITS.limitedTimeOfferBody : LIMITS.body;
    if (lengthOf(text) > max) throw refusal("tooLong", "The message body", max);
    checkFormat(text, context);
    checkSamples("BODY", component, "body_text", context.parameterFormat);
    checkEdges(text, context.switches.edgeRule);
    checkRatio(text, context.switches.wordsPerVariable);
  },
  readBack,
};

/** The text of a carousel card: shorter, with few line breaks. 2388299 and 2388293 are not known to apply to it. */
export const cardBody: ServedComponent = {
  check(component, _place, context) {
    checkFields("BODY", component, FIELDS);
    const text = String(component.text);
    if (lengthOf(text) > LIMITS.cardBody) throw refusal("tooLong", "The body of a carousel card", LIMITS.cardBody);
    if ((text.match(/\n/g)?.length ?? 0) > LIMITS.cardBodyLineBreaks) throw refusal("bodyFormat");
    checkFormat(text, context);
    checkSamples("BODY", component, "body_text", context.parameterFormat);
  },
  readBack,
};
