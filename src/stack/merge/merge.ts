import type { LocatedEntry, LocatedMap } from "../source/located.ts";

/**
 * `over` laid on `base`: maps by key, lists and scalars replaced. A null stays, as the mark of what it takes away, until
 * `withoutNulls`: a file in between may take something away that the outermost file sets again.
 */
export function merge(base: LocatedMap, over: LocatedMap): LocatedMap {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) entries.set(key, mergeEntry(base.entries.get(key), entry));
  return { kind: "map", entries, place: over.place };
}

function mergeEntry(base: LocatedEntry | undefined, over: LocatedEntry): LocatedEntry {
  if (base === undefined) return over;
  const { value } = over;
  if (value.kind === "map" && base.value.kind === "map") return { ...over, value: merge(base.value, value) };
  if (value.kind === "scalar" && value.value === null) return { ...over, value: { ...value, removes: true } };
  return over;
}
