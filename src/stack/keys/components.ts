import { z } from "zod";
import { isSampleFormat, type SampleFormat } from "../../model/media/index.ts";
import { sampleFile } from "../sample-files.ts";
import { shown } from "../shape/schema.ts";
import {
  child,
  entriesOf,
  isList,
  isMap,
  isScalar,
  type Located,
  type LocatedMap,
  madeMap,
  textOf,
} from "../source/located.ts";
import type { Expansion } from "./short-key.ts";

export const components = shown(z.array(z.looseObject({})), {
  description:
    "WhatsApp's own components, sent unchanged: instead of header, body, footer, buttons and the other short keys.",
  example: [{ type: "BODY", text: "Your order is on its way." }],
});

/**
 * WhatsApp's own components, unchanged with one exception: a sample `{ file: … }` instead of a handle is a path relative to
 * the stack file, as in the short form.
 */
export function withSampleFiles(node: Located, expansion: Expansion): Located {
  if (isList(node)) return { ...node, items: node.items.map((item) => withSampleFiles(item, expansion)) };
  if (!isMap(node)) return node;
  const format = textOf(child(node, "format"))?.toLowerCase() ?? "";
  const entries = [...node.entries].map(([key, entry]) => {
    const value =
      key === "example" ? withHandles(entry.value, format, expansion) : withSampleFiles(entry.value, expansion);
    return [key, { ...entry, value }] as const;
  });
  return { ...node, entries: new Map(entries) };
}

function withHandles(example: Located, format: string, expansion: Expansion): Located {
  const handles = child(example, "header_handle");
  if (!isMap(example) || !isList(handles) || !isSampleFormat(format)) return example;
  const items = handles.items.map((item) => fileOf(item, format, expansion) ?? item);
  const fields = Object.fromEntries(entriesOf(example).map(([key, { value }]) => [key, value]));
  return madeMap({ ...fields, header_handle: { ...handles, items } }, example.position);
}

function fileOf(item: Located, format: SampleFormat, expansion: Expansion): LocatedMap | undefined {
  const file = child(item, "file");
  return isScalar(file) && typeof file.value === "string" ? sampleFile(format, file, expansion) : undefined;
}
