import { invalidParameter } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject, rowOf } from "../json.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

const TYPES: Readonly<Record<string, RegExp>> = {
  IMAGE: /^image\/(jpe?g|png)$/,
  VIDEO: /^video\/(mp4|3gpp?)$/,
  GIF: /^(video\/mp4|image\/gif)$/,
  DOCUMENT: /^application\/|^text\//,
};

/** The sample of a media header: one handle of a resumable upload. Media ids and URLs are not accepted. */
export function mediaHandle(component: JsonObject): unknown {
  const example = decoded(component.example);
  const handles = isObject(example) ? decoded(example.header_handle) : undefined;
  return Array.isArray(handles) ? handles[0] : handles;
}

export function checkMediaSample(component: JsonObject, format: string, { handles }: RuleContext): void {
  const handle = mediaHandle(component);
  if (typeof handle !== "string" || handle === "") throw refusal("missingFields", "HEADER", "example");
  if (!/^\d+:/.test(handle)) throw invalidParameter("Param header_handle is not a handle of an upload session");
  const type = handles[handle];
  if (type !== undefined && !rowOf(TYPES, format)?.test(type)) throw refusal("handleType", type, format);
}
