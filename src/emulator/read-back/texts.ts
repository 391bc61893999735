import { decoded, isObject, type Json, type JsonObject, numberOf } from "../json.ts";
import { sampleList } from "../rules/samples.ts";
import { authenticationTexts } from "../tables/authentication-texts.ts";

function namedList(value: Json | undefined): Json[] {
  const list = decoded(value);
  return (Array.isArray(list) ? list.filter(isObject) : []).map(({ param_name, example }) => ({
    param_name: String(param_name),
    example: String(example),
  }));
}

/** Samples in the one form that reads show: `header_text` flat, `body_text` nested, or named ones. */
function readBackExample(value: Json | undefined, key: "header_text" | "body_text"): JsonObject | undefined {
  const example = decoded(value);
  if (!isObject(example)) return undefined;
  const named = example[`${key}_named_params`];
  if (named !== undefined) return { [`${key}_named_params`]: namedList(named) };
  const samples = sampleList(example[key]).map(String);
  if (samples.length === 0) return undefined;
  return { [key]: key === "body_text" ? [samples] : samples };
}

export function readBackText(type: string, sent: JsonObject, key: "header_text" | "body_text"): JsonObject {
  const example = readBackExample(sent.example, key);
  const format: JsonObject = type === "HEADER" ? { format: "TEXT" } : {};
  return { type, ...format, text: String(sent.text), ...(example === undefined ? {} : { example }) };
}

/** The body that WhatsApp writes for an authentication template; the flag stays as it was sent. */
export function authenticationBody(sent: JsonObject, language: string): JsonObject {
  const { code, security } = authenticationTexts(language);
  const flag = sent.add_security_recommendation;
  return {
    type: "BODY",
    text: flag === true || flag === "true" ? `${code} ${security}` : code,
    ...(flag === undefined ? {} : { add_security_recommendation: flag }),
    example: { body_text: [["123456"]] },
  };
}

export function expirationOf(footer: JsonObject | undefined): number | undefined {
  return numberOf(footer?.code_expiration_minutes);
}

/** Without an expiry there is nothing to say, and the footer is not read back. */
export function authenticationFooter(sent: JsonObject, language: string): JsonObject | undefined {
  const minutes = expirationOf(sent);
  if (minutes === undefined) return undefined;
  const text = authenticationTexts(language).expires.replace("{0}", String(minutes));
  return { type: "FOOTER", text, code_expiration_minutes: minutes };
}
