import type { Located, LocatedEntry, LocatedList, LocatedMap, LocatedScalar, ScalarValue } from "./located.ts";
import type { Place } from "./place.ts";

/** A value that no file holds as such, at the place of what it was made from. */
export function madeScalar(value: ScalarValue, place: Place): LocatedScalar {
  return { kind: "scalar", value, raw: "", place };
}

export function madeList(items: Located[], place: Place): LocatedList {
  return { kind: "list", items, place };
}

/** Plain values take the map's own place; entries that are undefined are left out. */
export function madeMap(fields: Record<string, Located | ScalarValue | undefined>, place: Place): LocatedMap {
  const entries = new Map<string, LocatedEntry>();
  for (const [key, field] of Object.entries(fields)) {
    if (field === undefined) continue;
    const value = field !== null && typeof field === "object" ? field : madeScalar(field, place);
    entries.set(key, { keyPlace: value.place, value });
  }
  return { kind: "map", entries, place };
}
