import { isObject, type JsonObject, pointer } from "../../text/index.ts";
import { fieldOf, withFields } from "../canonical/fields.ts";
import {
  addedPart,
  asWanted,
  different,
  isAbsent,
  ofParts,
  type Reconcile,
  type Reconciled,
  removedPart,
  withoutSignedMedia,
} from "./reconciled.ts";

/** What a field means that is not there. */
const DEFAULTS: ReadonlyMap<string, unknown> = new Map([
  ["add_security_recommendation", false],
  ["has_expiration", false],
  ["zero_tap_terms_accepted", false],
]);

/** Part by part, down to the leaves; numbers and booleans equal their text. */
export const reconcileValue: Reconcile = (path, wanted, observed) => {
  if (isSameLeaf(wanted, observed)) return asWanted(path, wanted, observed);
  if (isObject(wanted) && isObject(observed)) return reconcileFields(path, wanted, observed, () => reconcileValue);
  if (Array.isArray(wanted) && Array.isArray(observed)) return reconcileList(reconcileValue)(path, wanted, observed);
  return different(path, wanted, observed);
};

/** Compared only where both sides have it. */
export function whereBothHaveIt(rule: Reconcile): Reconcile {
  return (path, wanted, observed) => (isAbsent(wanted) || isAbsent(observed) ? asWanted : rule)(path, wanted, observed);
}

/** A list whose order means nothing: one change for the whole of it. */
export function reconcileSet(item: Reconcile): Reconcile {
  return (path, wanted, observed) => {
    if (!Array.isArray(wanted) || !Array.isArray(observed)) return reconcileValue(path, wanted, observed);
    const left = [...observed];
    const found = wanted.every((mine) => {
      const at = left.findIndex((other) => item(path, mine, other).changes.length === 0);
      return at >= 0 && left.splice(at, 1).length === 1;
    });
    return (found && left.length === 0 ? asWanted : different)(path, wanted, observed);
  };
}

/** Two objects, field by field, each field in the way that `ruleOf` names. */
export function reconcileFields(
  path: string,
  wanted: JsonObject,
  observed: JsonObject,
  ruleOf: (name: string) => Reconcile,
): Reconciled & { value: JsonObject } {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(observed)])];
  const parts = names.map((name): [string, Reconciled] => {
    const [mine, theirs] = [fieldOf(wanted, name), fieldOf(observed, name)];
    const same = isSameLeaf(mine ?? DEFAULTS.get(name), theirs ?? DEFAULTS.get(name));
    if (same) return [name, asWanted(path, mine, theirs)];
    // A field that is null is not there, but stays null where that is how it is wanted.
    const part = ruleOf(name)(pointer(path, name), mine ?? undefined, theirs ?? undefined);
    return [name, part.changes.length === 0 ? { ...part, value: mine } : part];
  });
  return ofParts(
    parts.map(([, part]) => part),
    withFields(Object.fromEntries(parts.map(([name, part]) => [name, part.value])), {}),
  );
}

/**
 * Two objects whose `example` shows the values of some of their fields. Samples are not compared: the wanted ones stay, and go
 * only together with what they are samples of.
 */
export function reconcileSampled(
  path: string,
  wanted: JsonObject,
  observed: JsonObject,
  sampled: readonly string[],
  ruleOf: (name: string) => Reconcile,
): Reconciled {
  const part = reconcileFields(path, wanted, observed, (name) => (name === "example" ? asWanted : ruleOf(name)));
  const places = sampled.map((name) => pointer(path, name));
  if (!part.changes.some((change) => places.includes(change.path))) return part;
  return { ...part, value: withFields(part.value, { example: fieldOf(withoutSignedMedia(observed), "example") }) };
}

/** Two lists, place by place; what only one of them has stands at its end. */
export function reconcileList(item: Reconcile): Reconcile {
  return (path, wanted, observed) => {
    if (!Array.isArray(wanted) || !Array.isArray(observed)) return reconcileValue(path, wanted, observed);
    const shared = Math.min(wanted.length, observed.length);
    const parts = wanted.slice(0, shared).map((mine, at) => item(pointer(path, at), mine, observed[at]));
    const removed = wanted.slice(shared).map((mine, at) => removedPart(pointer(path, shared + at), mine));
    const added = observed.slice(shared).map((theirs, at) => addedPart(pointer(path, shared + at), theirs));
    return ofParts(
      [...parts, ...removed, ...added],
      [...parts, ...added].map(({ value }) => value),
    );
  };
}

function isSameLeaf(a: unknown, b: unknown): boolean {
  if (isAbsent(a) || isAbsent(b)) return isAbsent(a) && isAbsent(b);
  if (typeof a === "object" || typeof b === "object") return false;
  return String(a) === String(b);
}
