import type { Issue } from "../../../issue.ts";
import { field, pointer, quote } from "../../../text/index.ts";
import { ANSWERS, HEADER_FORMATS, MEDIA_FORMATS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { notOneOf } from "../fields/enums.ts";
import { error, warning } from "../issues.ts";
import { buttonsOf, component, has, type Part, type TemplateView, textOf, upper } from "../template-view.ts";
import { lengthIssues, plainTextIssues } from "../text-issues.ts";
import { findVariables, HEADER_SAMPLES, sampleIssues, variableIssues, variableNames } from "../variables/index.ts";
import { headerMediaIssues } from "./header-media.ts";

function* headerTextIssues(view: TemplateView, header: Part, subject: string): Iterable<Issue> {
  const text = textOf(header, "text");
  const path = pointer(header.path, "text");
  if (!has(header, "text"))
    yield error("header-text-missing", header.path, `${subject} has no text`, "Add text.", ANSWERS.missingField);
  if (text === undefined) return;
  if (text.trim() === "")
    yield error(
      "header-text-missing",
      path,
      `${subject} is empty`,
      "Write a text, or leave the header out.",
      ANSWERS.headerFormat,
    );
  yield* lengthIssues(subject, text, TEMPLATE_LIMITS.headerText, path, "header-too-long");
  yield* plainTextIssues(subject, text, path, { code: "header", answer: ANSWERS.headerFormat, markup: true });
  yield* variableIssues(subject, text, path, view.named);
  const names = variableNames(findVariables(text));
  if (names.length > TEMPLATE_LIMITS.headerVariables)
    yield error(
      "header-variables",
      path,
      `${subject} ${quote(text)} has ${names.length} variables, WhatsApp allows ${TEMPLATE_LIMITS.headerVariables}`,
      "Keep one, and move the others into the body.",
      ANSWERS.headerFormat,
    );
  yield* sampleIssues(view, header, subject, text, HEADER_SAMPLES);
}

function* otherFormatIssues(view: TemplateView, header: Part, subject: string, format: string): Iterable<Issue> {
  for (const key of ["text", "example"])
    if (has(header, key) && !(key === "example" && MEDIA_FORMATS.includes(format)))
      yield error(
        "header-field-unexpected",
        pointer(header.path, key),
        `${subject} of format ${format} has ${key}, which goes with another format`,
        `Take ${key} out.`,
        ANSWERS.unexpectedField,
      );
  if (format === "LOCATION" && view.category === "AUTHENTICATION") return; // reported as a header there
  if (format === "GIF" && view.category !== "" && view.category !== "MARKETING")
    yield warning(
      "header-gif",
      pointer(header.path, "format"),
      `${subject} is a GIF, which only the Marketing Messages API sends; the category is ${view.category}`,
      "Use VIDEO, or MARKETING.",
    );
  if (format === "PRODUCT" && !buttonsOf(view).some(({ type }) => type === "SPM" || type === "URL"))
    yield warning(
      "header-product",
      header.path,
      `${subject} shows a product, but there is no SPM button`,
      'Add the button {"type": "SPM", "text": "View"}.',
    );
}

/** Rules of the header: one kind of content, a plain line of text, or one sample file. */
export function* headerIssues(view: TemplateView): Iterable<Issue> {
  const header = component(view, "HEADER");
  if (header === undefined) return;
  const subject = `header${view.where}`;
  const given = field(header.value, "format");
  const path = pointer(header.path, "format");
  const format = upper(given);
  if (given === undefined) {
    // Meta prints a header with text and no format: in doubt then, certain without text.
    yield (has(header, "text") ? warning : error)(
      "header-format-missing",
      header.path,
      `${subject} has no format`,
      has(header, "text") ? 'Add "format": "TEXT".' : `Add a format: ${HEADER_FORMATS.join(", ")}.`,
      ANSWERS.missingField,
    );
    if (has(header, "text")) yield* headerTextIssues(view, header, subject);
    return;
  }
  if (format === "") return;
  if (!HEADER_FORMATS.includes(format))
    yield notOneOf("header-format-unknown", path, `format of the ${subject}`, String(given), HEADER_FORMATS);
  else if (format === "TEXT") yield* headerTextIssues(view, header, subject);
  else {
    yield* otherFormatIssues(view, header, subject, format);
    if (MEDIA_FORMATS.includes(format)) yield* headerMediaIssues(header, subject, format);
  }
}
