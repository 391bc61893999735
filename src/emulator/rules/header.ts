import { notOneOf } from "../graph/errors.ts";
import { type JsonObject, upperOf } from "../json.ts";
import { HEADER_FORMATS, MEDIA_FORMATS } from "../tables/template-enums.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { emojiCount, hasMarkup, hasNewline, lengthOf } from "../text/characters.ts";
import { isNamed, isPositional, variablesIn, withoutVariables } from "../text/variables.ts";
import { checkFields } from "./component-fields.ts";
import { checkMediaSample } from "./media-sample.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";
import { checkSamples } from "./samples.ts";

function checkText(component: JsonObject, context: RuleContext): void {
  const text = String(component.text);
  if (lengthOf(text) > LIMITS.header) throw refusal("tooLong", "The message header", LIMITS.header);
  const plain = withoutVariables(text);
  if (hasNewline(text) || hasMarkup(plain) || emojiCount(text) > 0) throw refusal("headerFormat");
  const names = variablesIn(text);
  const wellNamed = context.parameterFormat === "NAMED" ? isNamed(names) : isPositional(names);
  if (!wellNamed || new Set(names).size > LIMITS.headerVariables) throw refusal("headerFormat");
  checkSamples("HEADER", component, "header_text", context);
}

export function checkHeader(component: JsonObject, path: string, context: RuleContext): void {
  const format = upperOf(component.format);
  const known: readonly string[] = HEADER_FORMATS;
  if (component.format === undefined) throw refusal("missingFields", "HEADER", "format");
  if (!known.includes(format)) throw notOneOf(`${path}['format']`, known, component.format);
  checkFields("HEADER", component, context);
  if (format === "TEXT") checkText(component, context);
  else if (MEDIA_FORMATS.includes(format)) checkMediaSample(component, format, context);
}
