import { field, isObject, type JsonObject } from "../text/index.ts";

/** An own field of a value; `undefined` where there is none or the value is not an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? field(value, name) : undefined;
}

/** A copy with some fields replaced in place, or removed (`undefined`); new ones are appended. */
export function withFields(value: JsonObject, replaced: JsonObject): JsonObject {
  const all: JsonObject = { ...value, ...replaced };
  if (Object.keys(all).every((name) => all[name] !== undefined)) return all;
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined));
}

/** A copy with every field changed, without those that have no value. */
export function mapFields(value: JsonObject, change: (name: string, field: unknown) => unknown): JsonObject {
  // A spread copies a field named "__proto__" as a field; assigning to an existing one does not reach the prototype.
  const copy: Record<string, unknown> = { ...value };
  let hasGaps = false;
  for (const name of Object.keys(copy)) {
    if (copy[name] === undefined) hasGaps = true;
    else copy[name] = change(name, copy[name]);
  }
  return hasGaps ? withFields(copy, {}) : copy;
}
