import { RESOURCE_TYPES } from "../model/resource-types.ts";

/** What the engine puts where a value is not known before the update, nested too (facts: Pulumi's unknown sentinel). */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export type PropertyBag = Record<string, unknown>;

/** A bag of the engine without its own keys: `__provider` must not be compared, hashed, logged or sent. */
export function withoutEngineKeys(bag: PropertyBag): PropertyBag {
  return Object.fromEntries(Object.entries(bag).filter(([key]) => !key.startsWith("__")));
}

/**
 * Puts the engine's keys back: without `__provider` it could not read or delete the resource later, and without `__scope` no
 * warning would find its resource.
 */
export function keepEngineKeys(bag: PropertyBag, source: PropertyBag): PropertyBag {
  const { __provider, __scope } = source;
  return {
    ...bag,
    ...(__provider === undefined ? {} : { __provider }),
    ...(__scope === undefined ? {} : { __scope }),
  };
}

/**
 * The URN of a resource that a MessagingStack declares, when its bag says in which Pulumi stack (`__scope`).
 *
 * Handlers do not learn their URN. The project is in the environment of the provider's process.
 */
export function urnOf(
  { __scope }: PropertyBag,
  type: keyof typeof RESOURCE_TYPES,
  name: string,
  project = process.env.PULUMI_PROJECT,
): string | undefined {
  if (typeof __scope !== "string" || project === undefined) return undefined;
  return `urn:pulumi:${__scope}::${project}::${RESOURCE_TYPES.stack}$${RESOURCE_TYPES[type]}::${name}`;
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
export function toWire(bag: PropertyBag): PropertyBag {
  // JSON drops what is undefined and flattens what is not plain.
  return JSON.parse(JSON.stringify(bag)) as PropertyBag;
}
