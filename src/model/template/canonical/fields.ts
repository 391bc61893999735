import { field, isObject, type JsonObject } from "../../text/index.ts";

/** An own field of a value, `undefined` where there is none or the value is no object. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? field(value, name) : undefined;
}

/** A copy with some fields replaced in place, or left out (`undefined`); new ones come last. */
export function withFields(value: JsonObject, replaced: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...value, ...replaced }).filter(([, each]) => each !== undefined));
}
