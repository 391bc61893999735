import type { Issue } from "../../../issue.ts";
import { field, isObject, pointer, quote } from "../../../text/index.ts";
import { ANSWERS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { has, type Part } from "../template-view.ts";

function* handleIssues(handle: unknown, path: string, subject: string): Iterable<Issue> {
  if (isObject(handle)) {
    if (field(handle, "file") === "")
      yield error("media-file-empty", pointer(path, "file"), `${subject} has no file`, "Write the path of a file.");
    return;
  }
  if (typeof handle !== "string") return;
  if (handle.trim() === "")
    yield error(
      "media-sample-missing",
      path,
      `${subject} has an empty handle`,
      "Upload a sample.",
      ANSWERS.missingField,
    );
  else if (/^https?:\/\//i.test(handle))
    yield warning(
      "media-handle-is-url",
      path,
      `${subject} has the URL ${quote(handle)} where WhatsApp wants an upload handle (4::…)`,
      'Name a file instead: {"file": "media/…"}. It is uploaded when it is needed.',
    );
  else if (!/^\d+:/.test(handle))
    yield warning(
      "media-handle-odd",
      path,
      `${subject} has the handle ${quote(handle)}; handles of the upload begin with 4:`,
      'Take the "h" that the upload answers. Ids of /media do not work here.',
    );
}

/** The sample of a media header: `example.header_handle` with one upload handle, or one file to upload. */
export function* headerMediaIssues(header: Part, subject: string, format: string): Iterable<Issue> {
  const path = pointer(header.path, "example");
  const example = field(header.value, "example");
  if (has(header, "example") && !isObject(example)) return;
  const handles = isObject(example) ? field(example, "header_handle") : undefined;
  const at = pointer(path, "header_handle");
  if (handles === undefined || (Array.isArray(handles) && handles.length === 0)) {
    yield error(
      "media-sample-missing",
      has(header, "example") ? path : header.path,
      `${subject} is ${format === "IMAGE" ? "an" : "a"} ${format} without a sample; WhatsApp wants example.header_handle with one upload handle`,
      'Add "example": {"header_handle": ["4::…"]}, or a file: [{"file": "media/…"}].',
      ANSWERS.missingField,
    );
    return;
  }
  if (!Array.isArray(handles)) {
    yield warning("media-sample-not-listed", at, `${subject} has its handle outside a list`, 'Write ["4::…"].');
    return yield* handleIssues(handles, at, subject);
  }
  if (handles.length > 1)
    yield warning(
      "media-samples-many",
      at,
      `${subject} has ${handles.length} samples, WhatsApp takes one`,
      "Keep the first. Several lines that one upload answered belong into one text.",
    );
  for (const [index, handle] of handles.entries()) yield* handleIssues(handle, pointer(at, index), subject);
}
