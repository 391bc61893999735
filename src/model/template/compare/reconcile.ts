import { isObject, type JsonObject, pointer } from "../../text/index.ts";
import { TEMPLATE_BUTTONS } from "../buttons/index.ts";
import { TEMPLATE_COMPONENTS } from "../components/index.ts";
import { fieldOf, withFields } from "../json-fields.ts";
import type { Field } from "../kinds.ts";
import type { TemplateChange, TemplateReport } from "../types.ts";

/** The comparison of one part of a template: where it differs, and the observed part in the declaration's words. */
export interface Reconciled {
  changes: readonly TemplateChange[];
  /** Fields that the model does not know and that only one side has. */
  reports: readonly TemplateReport[];
  /** Exactly the wanted value where both mean the same, else the observed one. `undefined`: no such part. */
  value: unknown;
}

/** Compares one part. */
export type Reconcile = (path: string, wanted: unknown, observed: unknown) => Reconciled;

const NONE: readonly never[] = [];

/** Not compared, or the same: the part is as wanted. */
export const asWanted: Reconcile = (_path, wanted) => ({ changes: NONE, reports: NONE, value: wanted });

/** A part that differs, or that only one side has (`undefined` on the other: a null in a list is a value). */
export const different: Reconcile = (path, wanted, observed) => {
  if (observed === undefined) return removedPart(path, wanted);
  if (wanted === undefined) return addedPart(path, observed);
  const shown = { wanted: withoutSamples(wanted), observed: withoutSamples(observed) };
  return { changes: [{ path, ...shown, kind: "changed" }], reports: NONE, value: withoutSignedMedia(observed) };
};

export function removedPart(path: string, wanted: unknown): Reconciled {
  return { changes: [{ path, wanted: withoutSamples(wanted), kind: "removed" }], reports: NONE, value: undefined };
}

export function addedPart(path: string, observed: unknown): Reconciled {
  return {
    changes: [{ path, observed: withoutSamples(observed), kind: "added" }],
    reports: NONE,
    value: withoutSignedMedia(observed),
  };
}

/** A whole made of these parts. */
export function ofParts<T>(parts: readonly Reconciled[], value: T): Reconciled & { value: T } {
  return {
    changes: joined(parts.map(({ changes }) => changes)),
    reports: joined(parts.map(({ reports }) => reports)),
    value,
  };
}

function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.every(({ length }) => length === 0) ? NONE : lists.flat();
}

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

/** The same where `isSame` says so; otherwise compared as a value. */
export function reconcileBy(isSame: (wanted: unknown, observed: unknown) => boolean): Reconcile {
  return (path, wanted, observed) => (isSame(wanted, observed) ? asWanted : reconcileValue)(path, wanted, observed);
}

/** A list whose order has no meaning: one change for the whole list. */
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

/** Two lists, place by place; elements that only one of them has are at its end. */
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

/** Two objects, field by field, each field by the rule that `ruleOf` returns. */
export function reconcileFields(
  path: string,
  wanted: JsonObject,
  observed: JsonObject,
  ruleOf: (name: string) => Reconcile,
): Reconciled & { value: JsonObject } {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(observed)])];
  const parts = names.map((name): [string, Reconciled] => {
    const [mine, theirs] = [fieldOf(wanted, name), fieldOf(observed, name)];
    const same = isSameLeaf(mine ?? ABSENT.get(name), theirs ?? ABSENT.get(name));
    if (same) return [name, asWanted(path, mine, theirs)];
    // A null field counts as absent, but stays null where it is declared so.
    const part = ruleOf(name)(pointer(path, name), mine ?? undefined, theirs ?? undefined);
    return [name, part.changes.length === 0 ? { ...part, value: mine } : part];
  });
  return ofParts(
    parts.map(([, part]) => part),
    withFields(Object.fromEntries(parts.map(([name, part]) => [name, part.value])), {}),
  );
}

/**
 * Two objects whose `example` shows the values of some of their fields. Samples are not compared: the wanted ones are kept,
 * unless one of the fields that they belong to changed.
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

/** What a missing field means, by name. */
const ABSENT: ReadonlyMap<string, unknown> = new Map([
  ...TEMPLATE_COMPONENTS.flatMap(({ fields }) => absentIn(fields)),
  ...TEMPLATE_BUTTONS.flatMap(({ fields = {} }) => absentIn(fields)),
]);

function absentIn(fields: Readonly<Record<string, Pick<Field, "absent" | "inside">>>): [string, unknown][] {
  return Object.entries(fields).flatMap(([name, { absent, inside = {} }]): [string, unknown][] => [
    ...(absent === undefined ? [] : [[name, absent] satisfies [string, unknown]]),
    ...absentIn(inside),
  ]);
}

export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isSameLeaf(a: unknown, b: unknown): boolean {
  if (isAbsent(a) || isAbsent(b)) return isAbsent(a) && isAbsent(b);
  if (typeof a === "object" || typeof b === "object") return false;
  return String(a) === String(b);
}

/** Without samples that are signed URLs: those expire and differ on every read, so there is nothing to keep. */
export function withoutSignedMedia(value: unknown): unknown {
  return withoutDeep(value, (name, field) => name === "example" && hasSignedUrl(fieldOf(field, "header_handle")));
}

function hasSignedUrl(handle: unknown): boolean {
  return [handle].flat().some(isSignedUrl);
}

export function isSignedUrl(handle: unknown): boolean {
  return typeof handle === "string" && handle.includes("://");
}

export function withoutSamples(value: unknown): unknown {
  return withoutDeep(value, (name) => name === "example");
}

function withoutDeep(value: unknown, isDropped: (name: string, field: unknown) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutDeep(item, isDropped));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name, field]) => !isDropped(name, field));
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutDeep(field, isDropped)]));
}
