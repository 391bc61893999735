import type { Located, SourcePosition } from "./located.ts";

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

/** The node at a path, or the last existing node on the way to it. */
export interface Found {
  node: Located;
  /** The position of the node's key if its parent is a map, else the node's own. */
  keyPosition: SourcePosition;
  /** Whether the whole path exists. */
  complete: boolean;
  /** How many segments of the path exist. */
  depth: number;
}

export function find(root: Located, path: Path): Found {
  let found: Found = { node: root, keyPosition: root.position, complete: true, depth: 0 };
  for (const segment of path) {
    const next = step(found.node, String(segment));
    if (next === undefined) return { ...found, complete: false };
    found = { ...next, complete: true, depth: found.depth + 1 };
  }
  return found;
}

function step(node: Located, segment: string): Pick<Found, "node" | "keyPosition"> | undefined {
  if (node.kind === "map") {
    const entry = node.entries.get(segment);
    return entry && { node: entry.value, keyPosition: entry.keyPosition };
  }
  if (node.kind === "list") {
    const item = node.items[Number(segment)];
    return item && { node: item, keyPosition: item.position };
  }
  return undefined;
}

/** The JSON pointer of every value and key of the merged file, by position object. */
export function pointersByPosition(root: Located): Map<SourcePosition, string> {
  const pointers = new Map<SourcePosition, string>();
  const record = (position: SourcePosition, pointer: string) => {
    if (!pointers.has(position)) pointers.set(position, pointer);
  };
  const visit = (node: Located, pointer: string): void => {
    record(node.position, pointer);
    if (node.kind === "list") node.items.forEach((item, index) => void visit(item, `${pointer}/${index}`));
    if (node.kind !== "map") return;
    for (const [key, entry] of node.entries) {
      const below = `${pointer}/${escaped(key)}`;
      record(entry.keyPosition, below);
      visit(entry.value, below);
    }
  };
  visit(root, "");
  return pointers;
}
