import type { JsonObject } from "../json.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { emojiCount, hasLetterOrDigit, lengthOf, wordCount } from "../text/characters.ts";
import { isNamed, isPositional, textAround, variablesIn, withoutVariables } from "../text/variables.ts";
import { checkFields } from "./component-fields.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";
import { checkSamples } from "./samples.ts";

const NEWLINES = new RegExp(`(\\r?\\n){${LIMITS.bodyNewlinesInARow + 1},}`);

function checkFormat(text: string, parameterFormat: RuleContext["parameterFormat"]): void {
  const names = variablesIn(text);
  const onlyVariables = names.length > 0 && withoutVariables(text).trim() === "";
  const wellNamed = parameterFormat === "NAMED" ? isNamed(names) : isPositional(names);
  if (onlyVariables || !wellNamed || NEWLINES.test(text) || emojiCount(text) > LIMITS.bodyEmojis)
    throw refusal("bodyFormat");
}

/** 2388299: measured live, punctuation alone before the first or after the last variable is not enough. */
function checkEdges(text: string, rule: "strict" | "literal" | "off"): void {
  const around = textAround(text);
  if (around === undefined || rule === "off") return;
  const holds = rule === "strict" ? hasLetterOrDigit : (part: string) => part.trim() !== "";
  if (!holds(around.before) || !holds(around.after)) throw refusal("edgeVariables");
}

/** 2388293: WhatsApp's formula is not published; the threshold is a switch. */
function checkRatio(text: string, wordsPerVariable: number): void {
  const variables = variablesIn(text).length;
  if (variables > 0 && wordCount(withoutVariables(text)) < wordsPerVariable * variables) throw refusal("wordsRatio");
}

export function checkBody(component: JsonObject, context: RuleContext, most: number): void {
  checkFields("BODY", component, context);
  const text = String(component.text);
  if (lengthOf(text) > most) throw refusal("tooLong", "The message body", most);
  checkFormat(text, context.parameterFormat);
  checkSamples("BODY", component, "body_text", context);
  checkEdges(text, context.switches.edgeRule);
  checkRatio(text, context.switches.wordsPerVariable);
}

/** The text of a carousel card: shorter, with few line breaks; edges and ratio are not known to count there. */
export function checkCardBody(component: JsonObject, context: RuleContext): void {
  checkFields("BODY", component, context);
  const text = String(component.text);
  if (lengthOf(text) > LIMITS.cardBody) throw refusal("tooLong", "The body of a carousel card", LIMITS.cardBody);
  if ((text.match(/\n/g)?.length ?? 0) > LIMITS.cardBodyLineBreaks) throw refusal("bodyFormat");
  checkFormat(text, context.parameterFormat);
  checkSamples("BODY", component, "body_text", context);
}
