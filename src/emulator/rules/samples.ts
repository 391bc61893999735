import { decoded, isObject, type Json, type JsonObject } from "../json.ts";
import { variablesIn } from "../text/variables.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

function isSample(value: Json | undefined): boolean {
  return (typeof value === "string" && value.trim() !== "") || typeof value === "number";
}

/** Samples of positional variables: `[["a","b"]]`, `["a","b"]` or `"a"`; the documentation shows all three. */
export function sampleList(value: Json | undefined): Json[] {
  const list = decoded(value);
  if (!Array.isArray(list)) return list === undefined || list === null ? [] : [list];
  return Array.isArray(list[0]) ? list[0] : list;
}

/** Samples of named variables, by name. */
function namedSamples(value: Json | undefined): Map<string, Json | undefined> {
  const list = decoded(value);
  const entries = Array.isArray(list) ? list.filter(isObject) : [];
  return new Map(entries.map((entry) => [String(entry.param_name), entry.example]));
}

function hasSamples(names: ReadonlySet<string>, example: JsonObject, key: string, named: boolean): boolean {
  if (named) {
    const samples = namedSamples(example[`${key}_named_params`]);
    return [...names].every((name) => isSample(samples.get(name)));
  }
  const samples = sampleList(example[key]);
  return samples.length >= names.size && samples.slice(0, names.size).every(isSample);
}

/**
 * Every variable of a text needs a sample, and a text without variables must have none.
 * `key` is where WhatsApp keeps them: `header_text` or `body_text`.
 */
export function checkSamples(type: "HEADER" | "BODY", component: JsonObject, key: string, context: RuleContext): void {
  const names = new Set(variablesIn(String(component.text)));
  const example = decoded(component.example);
  if (names.size === 0) {
    if (example !== undefined) throw refusal("unexpectedFields", type, "example");
    return;
  }
  const given = isObject(example) ? example : {};
  if (!hasSamples(names, given, key, context.parameterFormat === "NAMED"))
    throw refusal("missingFields", type, "example");
}
