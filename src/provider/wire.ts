/** What the engine puts where a value is not known before the update, nested too (facts: Pulumi's unknown sentinel). */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export type Bag = Record<string, unknown>;

/** A bag of the engine without its own keys: `__provider` must not be compared, hashed, logged or sent. */
export function withoutEngineKeys(bag: Bag): Bag {
  return Object.fromEntries(Object.entries(bag).filter(([key]) => !key.startsWith("__")));
}

/** Puts the handler string back: without it the engine could not read or delete the resource later. */
export function withProvider(bag: Bag, source: Bag): Bag {
  return { ...bag, __provider: source.__provider };
}

function isUnknown(value: unknown): boolean {
  return value === UNKNOWN;
}

/** True when the value, or anything in it, is not known yet. */
export function containsUnknown(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isUnknown(value);
  return Object.values(value).some(containsUnknown);
}

/**
 * A copy that survives the way into the state: plain JSON, nothing `undefined`.
 *
 * The engine's serializer throws on `undefined`, dates and class instances, and it does so after the remote effect, which
 * would leave an object that no state knows.
 */
export function toWire(bag: Bag): Bag {
  // JSON drops what is undefined and flattens what is not plain.
  return JSON.parse(JSON.stringify(bag)) as Bag;
}
