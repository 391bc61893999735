export type JsonObject = Record<string, unknown>;

/** A 2xx answer that is JSON but not of the promised shape. `message` completes "… answered 200 (application/json) …". */
export class ShapeError extends Error {}

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
