import { invalidParameter, missingParameter, notOneOf } from "../graph/errors.ts";
import { type Json, type JsonObject, numberOf, rowOf, upperOf } from "../json.ts";
import { LANGUAGE_NAMES } from "../tables/languages.ts";
import {
  CATEGORIES,
  LIMITS,
  PARAMETER_FORMATS,
  type ParameterFormat,
  SAMPLE_NAMES,
  SEND_TTL,
  SUB_CATEGORIES,
} from "../tables/templates.ts";
import { refusal } from "./refusals.ts";

/** The value in capitals if it is in the list; throws "(#100) Param … must be one of" otherwise. */
function enumerated(name: string, value: Json | undefined, allowed: readonly string[]): string {
  const upper = upperOf(value);
  if (!allowed.includes(upper)) throw notOneOf(name, allowed, value);
  return upper;
}

export function checkedName(value: Json | undefined): string {
  if (value === undefined) throw missingParameter("name");
  const name = String(value);
  if (!/^[a-z0-9_]+$/.test(name)) throw refusal("nameFormat");
  if (name.length > LIMITS.name) throw refusal("tooLong", "The message template name", LIMITS.name);
  if (SAMPLE_NAMES.includes(name)) throw refusal("sampleName", name);
  return name;
}

export function checkedLanguage(value: Json | undefined): string {
  if (value === undefined) throw missingParameter("language");
  const language = String(value);
  if (rowOf(LANGUAGE_NAMES, language) === undefined) throw refusal("language", language);
  return language;
}

export function checkedCategory(value: Json | undefined): string {
  if (value === undefined) throw missingParameter("category");
  return enumerated("category", value, CATEGORIES);
}

export function checkedParameterFormat(value: Json | undefined): ParameterFormat {
  if (value === undefined || value === null) return "POSITIONAL";
  return enumerated("parameter_format", value, PARAMETER_FORMATS) === "NAMED" ? "NAMED" : "POSITIONAL";
}

export function checkedSubCategory(value: Json | undefined): string | undefined {
  return value === undefined || value === null ? undefined : enumerated("sub_category", value, SUB_CATEGORIES);
}

/** Seconds, as a number or a numeric string; the category's default if the request has none. */
export function checkedSendTtl(value: Json | undefined, category: string): number | undefined {
  const name = "message_send_ttl_seconds";
  const range = rowOf(SEND_TTL, category);
  if (value === undefined || value === null) return range?.default;
  const seconds = numberOf(value);
  if (seconds === undefined) throw invalidParameter(`Param ${name} must be an integer`);
  if (range === undefined || (seconds === -1 && range.thirtyDays)) return seconds;
  if (seconds < range.min || seconds > range.max) {
    throw invalidParameter(`Param ${name} must be between ${range.min} and ${range.max} for category ${category}`);
  }
  return seconds;
}

/** Fields that are stored unchecked. */
export const PASSED_ON = [
  "cta_url_link_tracking_opted_out",
  "display_format",
  "is_primary_device_delivery_only",
  "send_type",
  "bid_spec",
];

export function passedOn(parameters: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => PASSED_ON.includes(name)));
}
