import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { MEDIA_HEADERS } from "../schema/header.ts";
import { error } from "../source/finding.ts";
import { child, entriesOf, isScalar, type Located, type LocatedMap, type LocatedScalar } from "../source/located.ts";
import { madeList, madeMap } from "../source/made.ts";
import type { Expansion, MediaKind } from "./expansion.ts";
import { SLOTS, textFields } from "./text-part.ts";

export function isMediaKind(key: string): key is MediaKind {
  return MEDIA_HEADERS.includes(key);
}

/** HEADER, from text, `location` or a map of one media kind. */
export function header(node: Located, examples: Located | undefined, expansion: Expansion): LocatedMap | undefined {
  if (isScalar(node)) {
    if (node.value === "location") return madeMap({ type: "HEADER", format: "LOCATION" }, node.place);
    return madeMap(
      { type: "HEADER", format: "TEXT", ...textFields(SLOTS.header, node, examples, expansion) },
      node.place,
    );
  }
  const [kind, entry] = entriesOf(node)[0] ?? [];
  if (kind === undefined || entry === undefined || !isMediaKind(kind)) return undefined;
  const sample = isScalar(entry.value) ? mediaFile(kind, entry.value, expansion) : child(entry.value, "handle");
  if (sample === undefined) return undefined;
  const example = madeMap({ header_handle: madeList([sample], sample.place) }, sample.place);
  return madeMap({ type: "HEADER", format: kind.toUpperCase(), example }, node.place);
}

/** A MediaFile. The path starts at the folder of the file that wrote it, also when another file extends that one. */
export function mediaFile(kind: MediaKind, node: LocatedScalar, expansion: Expansion): LocatedMap | undefined {
  const path = String(node.value);
  if (/^[a-z]+:\/\//i.test(path) || path.startsWith("4::")) {
    const message = `\`${path.slice(0, 60)}\` is no file`;
    const hint = path.startsWith("4::")
      ? "Write a handle as `{ handle: … }`."
      : "WhatsApp wants the sample uploaded: download it and name the file.";
    expansion.findings.push(error({ code: "media-not-a-file", at: node.place, message, hint }));
    return undefined;
  }
  const absolute = mediaPath(node);
  expansion.media.push({ kind, node, file: absolute });
  return madeMap({ file: { ...node, value: fromRoot(expansion.projectRoot, absolute) } }, node.place);
}

/** The absolute path of a file that a stack file names. */
export function mediaPath(node: LocatedScalar): string {
  const path = String(node.value);
  return isAbsolute(path) ? path : resolve(dirname(node.place.file), path);
}

/** With forward slashes on every system, so that one stack file has one plan. */
export function fromRoot(projectRoot: string, file: string): string {
  return relative(projectRoot, file).split(sep).join("/");
}
