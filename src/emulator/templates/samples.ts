import { decoded, isObject, type Json, type JsonObject, listOf } from "../json.ts";
import type { ParameterFormat } from "../tables/templates.ts";
import { variablesIn } from "../text/variables.ts";
import { refusal } from "./refusals.ts";

/** Where WhatsApp keeps the samples of a text with variables. */
type SampleKey = "header_text" | "body_text";

function isSample(value: Json | undefined): boolean {
  return (typeof value === "string" && value.trim() !== "") || typeof value === "number";
}

/** Samples of positional variables: `[["a","b"]]`, `["a","b"]` or `"a"`; the documentation shows all three. */
export function sampleList(value: Json | undefined): Json[] {
  const list = decoded(value);
  if (!Array.isArray(list)) return list === undefined || list === null ? [] : [list];
  return Array.isArray(list[0]) ? list[0] : list;
}

/** Samples of named variables: objects with `param_name` and `example`. */
function namedSamples(example: JsonObject, key: SampleKey): JsonObject[] {
  return listOf(decoded(example[`${key}_named_params`])).filter(isObject);
}

function hasSamples(names: ReadonlySet<string>, example: JsonObject, key: SampleKey, format: ParameterFormat): boolean {
  if (format === "NAMED") {
    const samples = new Map(namedSamples(example, key).map((entry) => [String(entry.param_name), entry.example]));
    return [...names].every((name) => isSample(samples.get(name)));
  }
  const samples = sampleList(example[key]);
  return samples.length >= names.size && samples.slice(0, names.size).every(isSample);
}

/** Every variable of a text requires a sample, and a text without variables must not have any. */
export function checkSamples(
  type: "HEADER" | "BODY",
  component: JsonObject,
  key: SampleKey,
  format: ParameterFormat,
): void {
  const names = new Set(variablesIn(String(component.text)));
  const example = decoded(component.example);
  if (names.size === 0) {
    if (example !== undefined) throw refusal("unexpectedFields", type, "example");
    return;
  }
  if (!hasSamples(names, isObject(example) ? example : {}, key, format))
    throw refusal("missingFields", type, "example");
}

/** Samples in the one form that reads show: `header_text` flat, `body_text` nested, or named ones. */
function readBackExample(value: Json | undefined, key: SampleKey): JsonObject | undefined {
  const example = decoded(value);
  if (!isObject(example)) return undefined;
  if (example[`${key}_named_params`] !== undefined) {
    const named = namedSamples(example, key);
    return {
      [`${key}_named_params`]: named.map((entry) => ({
        param_name: String(entry.param_name),
        example: String(entry.example),
      })),
    };
  }
  const samples = sampleList(example[key]).map(String);
  if (samples.length === 0) return undefined;
  return { [key]: key === "body_text" ? [samples] : samples };
}

/** The text of a component and its samples, as a read shows them. */
export function readBackText(sent: JsonObject, key: SampleKey): JsonObject {
  const example = readBackExample(sent.example, key);
  return { text: String(sent.text), ...(example === undefined ? {} : { example }) };
}
