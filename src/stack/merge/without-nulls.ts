import { type Finding, warning } from "../source/finding.ts";
import type { LocatedEntry, LocatedMap } from "../source/located.ts";

/** The merged file without what a null took away. Lists are left alone: WhatsApp's own components may hold nulls. */
export function withoutNulls(tree: LocatedMap, findings: Finding[]): LocatedMap {
  const entries = new Map<string, LocatedEntry>();
  for (const [key, entry] of tree.entries) {
    const { value } = entry;
    if (value.kind === "map") entries.set(key, { ...entry, value: withoutNulls(value, findings) });
    else if (value.kind === "list" || value.value !== null) entries.set(key, entry);
    else if (value.removes !== true) findings.push(emptyKey(key, entry));
  }
  return { ...tree, entries };
}

function emptyKey(key: string, entry: LocatedEntry): Finding {
  return warning({
    code: "empty-key",
    at: entry.keyPlace,
    message: `\`${key}\` has no value, and no extended file has one to take away`,
    hint: "Give it a value or take the key out.",
  });
}
