import { type LocatedFinding, warning } from "./findings.ts";
import type { LocatedEntry, LocatedMap } from "./source/located.ts";
import type { StackFile } from "./source/stack-files.ts";

/** A file merged over the files that it extends: bases from left to right, the file itself last. Nulls are kept. */
export function mergeFiles(file: StackFile, done: Map<StackFile, LocatedMap> = new Map()): LocatedMap {
  const known = done.get(file);
  if (known !== undefined) return known;
  // Each base is merged with its own bases first: a null there that it overrides does not affect the other bases.
  const merged = [...file.bases.map((base) => mergeFiles(base, done)), file.own].reduce(merge);
  done.set(file, merged);
  return merged;
}

/**
 * `over` merged over `base`: maps by key, lists and scalars replaced. A null is kept, marked as a removal, until
 * `withoutNulls`: the outermost file may set a key again that a file in between removes.
 */
export function merge(base: LocatedMap, over: LocatedMap): LocatedMap {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) entries.set(key, mergeEntry(base.entries.get(key), entry));
  return { kind: "map", entries, position: over.position };
}

function mergeEntry(base: LocatedEntry | undefined, over: LocatedEntry): LocatedEntry {
  if (base === undefined) return over;
  const { value } = over;
  if (value.kind === "map" && base.value.kind === "map") return { ...over, value: merge(base.value, value) };
  if (value.kind === "scalar" && value.value === null) return { ...over, value: { ...value, removes: true } };
  return over;
}

/** The merged file without the keys that are null. Lists are kept: WhatsApp's own components may contain nulls. */
export function withoutNulls(tree: LocatedMap, findings: LocatedFinding[]): LocatedMap {
  const entries = new Map<string, LocatedEntry>();
  for (const [key, entry] of tree.entries) {
    const { value } = entry;
    if (value.kind === "map") entries.set(key, { ...entry, value: withoutNulls(value, findings) });
    else if (value.kind === "list" || value.value !== null) entries.set(key, entry);
    else if (value.removes !== true) findings.push(emptyKey(key, entry));
  }
  return { ...tree, entries };
}

function emptyKey(key: string, entry: LocatedEntry): LocatedFinding {
  return warning({
    code: "empty-key",
    at: entry.keyPosition,
    message: `\`${key}\` has no value, and no extended file has a value to remove`,
    hint: "Set a value, or remove the key.",
  });
}
