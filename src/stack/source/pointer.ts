import type { Located } from "./located.ts";
import type { Place } from "./place.ts";

export type Path = readonly PropertyKey[];

function escaped(segment: PropertyKey): string {
  return String(segment).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** RFC 6901. */
export function pointerOf(path: Path): string {
  return path.map((segment) => `/${escaped(segment)}`).join("");
}

export function pathOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands at a path: the node, or the last one on the way there, and the place of its key. */
export interface Found {
  node: Located;
  /** The key's place, where the node stands in a map; else the node's own. */
  keyPlace: Place;
  /** Whether the whole path exists. */
  complete: boolean;
  /** How many segments of the path exist. */
  depth: number;
}

export function find(root: Located, path: Path): Found {
  let found: Found = { node: root, keyPlace: root.place, complete: true, depth: 0 };
  for (const segment of path) {
    const next = step(found.node, String(segment));
    if (next === undefined) return { ...found, complete: false };
    found = { ...next, complete: true, depth: found.depth + 1 };
  }
  return found;
}

function step(node: Located, segment: string): Pick<Found, "node" | "keyPlace"> | undefined {
  if (node.kind === "map") {
    const entry = node.entries.get(segment);
    return entry && { node: entry.value, keyPlace: entry.keyPlace };
  }
  if (node.kind === "list") {
    const item = node.items[Number(segment)];
    return item && { node: item, keyPlace: item.place };
  }
  return undefined;
}

/** Where in the merged file each place stands, as JSON pointers: of values and of keys. */
export function pointersByPlace(root: Located): Map<Place, string> {
  const pointers = new Map<Place, string>();
  const note = (place: Place, pointer: string) => {
    if (!pointers.has(place)) pointers.set(place, pointer);
  };
  const visit = (node: Located, pointer: string): void => {
    note(node.place, pointer);
    if (node.kind === "list") node.items.forEach((item, index) => void visit(item, `${pointer}/${index}`));
    if (node.kind !== "map") return;
    for (const [key, entry] of node.entries) {
      const below = `${pointer}/${escaped(key)}`;
      note(entry.keyPlace, below);
      visit(entry.value, below);
    }
  };
  visit(root, "");
  return pointers;
}
