/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** Strings, and integers that are too long for a JavaScript number. */
const LONG_INTEGERS = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gs;

/** `JSON.parse`, except that an id of more than 2^53 keeps its digits, as text. */
export function parseJson(text: string): Json {
  const parse = (json: string): Json => JSON.parse(json);
  const value = parse(text);
  const isExact = (token: string) => token.startsWith('"') || Number.isSafeInteger(Number(token));
  return /\d{16}/.test(text)
    ? parse(text.replace(LONG_INTEGERS, (token) => (isExact(token) ? token : `"${token}"`)))
    : value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a request has the value: Graph treats null like an absent key. */
export function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== null;
}

/** The value as an object; an empty object for anything else. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * The entries of a list in a query: in JSON, or separated by commas, with or without brackets; WhatsApp documents
 * [SENT,READ]. Ids keep all digits.
 */
export function textsOf(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.map(String);
  return String(value ?? "")
    .replace(/^\s*\[|\]\s*$/g, "")
    .split(",")
    .flatMap((entry) => entry.trim().replace(/^["']|["']$/g, "") || []);
}

/** A number, or an integer in a string: WhatsApp accepts both. */
export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+$/.test(value.trim()) ? Number(value) : undefined;
}

export function upperOf(value: Json | undefined): string {
  return typeof value === "string" ? value.toUpperCase() : String(value ?? "");
}

/** Decodes an array or object that was sent as a JSON-encoded string. */
export function decoded(value: Json | undefined): Json | undefined {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return parseJson(value);
  } catch {
    return value;
  }
}

/** The same object without undefined values, which JSON lacks. */
export function compact(entries: Record<string, Json | undefined>): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) result[key] = value;
  return result;
}

/** The entry of a table for a name from a client. Names of Object's prototype have no entry. */
export function rowOf<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
