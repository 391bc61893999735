export type JsonObject = Record<string, unknown>;

/** A 2xx answer that is JSON but not of the promised shape. `message` completes "… answered 200 (application/json) …". */
export class ShapeError extends Error {}

/** A string, or an integer that is too long for a JavaScript number (but not the digits of a fraction). */
const STRING_OR_LONG_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gs;

/**
 * `JSON.parse`, except that integers above 2^53 become strings: WhatsApp's ids reach 2^63, and some edges send them as numbers.
 * @throws {SyntaxError}
 */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(STRING_OR_LONG_INTEGER, quoteUnsafe));
}

function quoteUnsafe(token: string): string {
  return token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `where` is the place in the answer, for the message. */
export function objectAt(value: unknown, where: string): JsonObject {
  if (!isJsonObject(value)) throw new ShapeError(`where ${where} is not an object`);
  return value;
}

export function listAt(body: unknown, field: string): unknown[] {
  const list = objectAt(body, "the answer")[field];
  if (!Array.isArray(list)) throw new ShapeError(`without the list "${field}"`);
  return list;
}

/** A required text field. A number, such as an id, is read as its digits. */
export function textAt(object: JsonObject, field: string, where: string): string {
  const value = object[field];
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value === "") throw new ShapeError(`where ${where} has no "${field}"`);
  return value;
}
