import { isObject } from "../../text/index.ts";
import type { TemplateChange, TemplateReport } from "../types.ts";

/** What became of one part of a template: where it differs, and the observed part in the declaration's words. */
export interface Reconciled {
  changes: readonly TemplateChange[];
  /** Fields that the model does not know and that only one side has. */
  reports: readonly TemplateReport[];
  /** Exactly the wanted value where both mean the same, else the observed one. `undefined`: no such part. */
  value: unknown;
}

/** Compares one part in its own way. */
export type Reconcile = (path: string, wanted: unknown, observed: unknown) => Reconciled;

const NONE: readonly never[] = [];

/** Not compared, or the same: the part is taken as it is wanted. */
export const asWanted: Reconcile = (_path, wanted) => ({ changes: NONE, reports: NONE, value: wanted });

/** A part that is not the same, or that only one side has (`undefined` on the other: a null in a list is a value). */
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

/** A whole of these parts. */
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

export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Without samples that are signed addresses: those expire and differ on every read, so they are nothing to keep. */
export function withoutSignedMedia(value: unknown): unknown {
  return withoutDeep(value, (name, field) => name === "example" && isObject(field) && isSigned(field.header_handle));
}

function isSigned(handle: unknown): boolean {
  return [handle].flat().some((item) => typeof item === "string" && item.includes("://"));
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
