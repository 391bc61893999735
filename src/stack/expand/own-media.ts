import { child, entriesOf, isList, isMap, isScalar, type Located, type LocatedMap, textOf } from "../source/located.ts";
import { madeMap } from "../source/made.ts";
import type { Expansion } from "./expansion.ts";
import { isMediaKind, mediaFile } from "./header.ts";

/**
 * WhatsApp's own components, verbatim but for one thing: a sample that is given as `{ file: … }` instead of a handle is a
 * path that starts at the stack file's folder, as in the short form.
 */
export function withOwnMedia(node: Located, expansion: Expansion): Located {
  if (isList(node)) return { ...node, items: node.items.map((item) => withOwnMedia(item, expansion)) };
  if (!isMap(node)) return node;
  const kind = textOf(child(node, "format"))?.toLowerCase() ?? "";
  const entries = [...node.entries].map(([key, entry]) => {
    const value = key === "example" ? withHandles(entry.value, kind, expansion) : withOwnMedia(entry.value, expansion);
    return [key, { ...entry, value }] as const;
  });
  return { ...node, entries: new Map(entries) };
}

function withHandles(example: Located, kind: string, expansion: Expansion): Located {
  const handles = child(example, "header_handle");
  if (!isMap(example) || !isList(handles) || !isMediaKind(kind)) return example;
  const items = handles.items.map((item) => ownFile(item, kind, expansion) ?? item);
  const fields = Object.fromEntries(entriesOf(example).map(([key, { value }]) => [key, value]));
  return madeMap({ ...fields, header_handle: { ...handles, items } }, example.place);
}

function ownFile(item: Located, kind: Parameters<typeof mediaFile>[0], expansion: Expansion): LocatedMap | undefined {
  const file = child(item, "file");
  return isScalar(file) && typeof file.value === "string" ? mediaFile(kind, file, expansion) : undefined;
}
