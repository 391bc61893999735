import { z } from "zod";
import { error, type Issue, missing, tooLong, unknownValue, warning } from "../../issue.ts";
import { field, isObject, type JsonObject, pointer, quote, rowOf } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { namedSamples, samples, text } from "../field-shapes.ts";
import { withFields } from "../json-fields.ts";
import type { ComponentKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { withMediaSample, withTextSamples } from "../variables/canonical-samples.ts";
import { findVariables, variableNames } from "../variables/find-variables.ts";
import { sampleIssues } from "../variables/sample-issues.ts";
import { variableIssues } from "../variables/variable-issues.ts";
import { buttonsOf, component, has, type Part, type TemplateView, textOf, upper } from "../view.ts";
import { plainTextIssues } from "./plain-text.ts";

interface HeaderFormat {
  /** Shows a file, of which the template has a sample. */
  media?: true;
  /** Allowed on the cards of a carousel. */
  onCards?: true;
  /** Allowed with a limited-time offer. */
  withOffer?: true;
  /** Type of the one parameter that a message gives. */
  parameter?: "image" | "video" | "document" | "location" | "product";
}

/** Source: Meta, template components. PRODUCT on the cards makes a product carousel. */
const FORMATS_OF_HEADERS = {
  TEXT: {},
  IMAGE: { media: true, onCards: true, withOffer: true, parameter: "image" },
  VIDEO: { media: true, onCards: true, withOffer: true, parameter: "video" },
  DOCUMENT: { media: true, parameter: "document" },
  // A GIF is sent as a video.
  GIF: { media: true, parameter: "video" },
  LOCATION: { parameter: "location" },
  PRODUCT: { onCards: true, parameter: "product" },
} as const satisfies Readonly<Record<string, HeaderFormat>>;

export type HeaderFormatName = keyof typeof FORMATS_OF_HEADERS;

/** The same table, for any text. */
export const HEADER_FORMATS: Readonly<Record<string, HeaderFormat>> = FORMATS_OF_HEADERS;

const FORMATS = Object.keys(HEADER_FORMATS);

/** A sample file that is uploaded when a request needs its handle. */
const mediaFileShape = z.strictObject({ file: text, sha256: text.optional() });

const handle = z.union([text, mediaFileShape], { error: "an upload handle (4::…) or {file}" });

const example = z.looseObject(
  {
    header_text: samples.optional(),
    header_text_named_params: namedSamples.optional(),
    header_handle: z.union([handle, z.array(handle)], { error: "a list with one upload handle" }).optional(),
  },
  { error: "an object" },
);

/** A plain line of text, one file, a location or a product. */
export const header: ComponentKind<"HEADER"> = {
  type: "HEADER",
  place: 0,
  onCards: true,
  fields: {
    format: { shape: text, spelling: "enum" },
    text: { shape: text },
    example: { shape: example },
  },
  rules: headerIssues,
  canonical(component: JsonObject) {
    const format = component.format ?? (typeof component.text === "string" ? "TEXT" : undefined);
    const formatted = withFields(component, { format });
    return format === "TEXT" ? withTextSamples(formatted, "header_text") : withMediaSample(formatted);
  },
};

function* headerIssues(view: TemplateView): Iterable<Issue> {
  const part = component(view, "HEADER");
  if (part === undefined) return;
  const subject = `header${view.where}`;
  const given = field(part.value, "format");
  const name = upper(given);
  if (given === undefined) {
    // Meta shows a header with text and no format: doubtful then, certain without text.
    yield (has(part, "text") ? warning : error)({
      code: "header-format-missing",
      path: part.path,
      message: `${subject} has no format`,
      hint: has(part, "text") ? 'Add "format": "TEXT".' : `Add a format: ${FORMATS.join(", ")}.`,
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
    if (has(part, "text")) yield* textIssues(view, part, subject);
    return;
  }
  if (name === "") return;
  const format = rowOf(HEADER_FORMATS, name);
  if (format === undefined)
    yield unknownValue({
      code: "header-format-unknown",
      path: pointer(part.path, "format"),
      subject: `format of the ${subject}`,
      value: String(given),
      known: FORMATS,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  else if (name === "TEXT") yield* textIssues(view, part, subject);
  else {
    yield* otherFormatIssues(view, part, subject, name);
    if (format.media) yield* mediaIssues(part, subject, name);
  }
}

function* textIssues(view: TemplateView, part: Part, subject: string): Iterable<Issue> {
  const value = textOf(part, "text");
  const path = pointer(part.path, "text");
  if (!has(part, "text"))
    yield missing({
      code: "header-text-missing",
      path: part.path,
      subject,
      what: "text",
      hint: "Add text.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  if (value === undefined) return;
  const whatsapp = TEMPLATE_ANSWERS.headerFormat;
  if (value.trim() === "")
    yield error({
      code: "header-text-missing",
      path,
      message: `${subject} is empty`,
      hint: "Write a text, or remove the header.",
      whatsapp,
    });
  yield* tooLong({
    code: "header-too-long",
    path,
    subject,
    text: value,
    max: TEMPLATE_LIMITS.headerText,
    whatsapp: TEMPLATE_ANSWERS.tooLong,
  });
  yield* plainTextIssues(subject, value, path, { code: "header", whatsapp, markup: true });
  yield* variableIssues(subject, value, path, view.named);
  const names = variableNames(findVariables(value));
  if (names.length > TEMPLATE_LIMITS.headerVariables)
    yield error({
      code: "header-variables",
      path,
      message: `${subject} ${quote(value)} has ${names.length} variables; WhatsApp allows ${TEMPLATE_LIMITS.headerVariables}`,
      hint: "Keep one, and move the others to the body.",
      whatsapp,
    });
  const keys = { positional: "header_text", named: "header_text_named_params" } as const;
  yield* sampleIssues(view, part, subject, value, keys);
}

function* otherFormatIssues(view: TemplateView, part: Part, subject: string, format: string): Iterable<Issue> {
  for (const key of ["text", "example"])
    if (has(part, key) && !(key === "example" && rowOf(HEADER_FORMATS, format)?.media))
      yield error({
        code: "header-field-unexpected",
        path: pointer(part.path, key),
        message: `${subject} of format ${format} has ${key}, which belongs to another format`,
        hint: `Remove ${key}.`,
        whatsapp: TEMPLATE_ANSWERS.unexpectedField,
      });
  if (format === "GIF" && view.category !== "" && view.category !== "MARKETING")
    yield warning({
      code: "header-gif",
      path: pointer(part.path, "format"),
      message: `${subject} is a GIF, which only the Marketing Messages API sends; the category is ${view.category}`,
      hint: "Use VIDEO, or the category MARKETING.",
    });
  if (format === "PRODUCT" && !buttonsOf(view).some(({ type }) => type === "SPM" || type === "URL"))
    yield warning({
      code: "header-product",
      path: part.path,
      message: `${subject} shows a product, but there is no SPM button`,
      hint: 'Add the button {"type": "SPM", "text": "View"}.',
    });
}

/** The sample of a media header: `example.header_handle` with one upload handle, or one file to upload. */
function* mediaIssues(part: Part, subject: string, format: string): Iterable<Issue> {
  const path = pointer(part.path, "example");
  const given = field(part.value, "example");
  if (has(part, "example") && !isObject(given)) return;
  const handles = isObject(given) ? field(given, "header_handle") : undefined;
  const at = pointer(path, "header_handle");
  if (handles === undefined || (Array.isArray(handles) && handles.length === 0)) {
    yield error({
      code: "media-sample-missing",
      path: has(part, "example") ? path : part.path,
      message: `${subject} is ${format === "IMAGE" ? "an" : "a"} ${format} without a sample; WhatsApp requires example.header_handle with one upload handle`,
      hint: 'Add "example": {"header_handle": ["4::…"]}, or a file: [{"file": "media/…"}].',
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
    return;
  }
  if (!Array.isArray(handles)) {
    yield warning({
      code: "media-sample-not-listed",
      path: at,
      message: `${subject} has its handle outside a list`,
      hint: 'Write ["4::…"].',
    });
    return yield* handleIssues(handles, at, subject);
  }
  if (handles.length > 1)
    yield warning({
      code: "media-samples-many",
      path: at,
      message: `${subject} has ${handles.length} samples; WhatsApp accepts one`,
      hint: "Keep the first. If one upload answered several lines, join them in one text.",
    });
  for (const [index, each] of handles.entries()) yield* handleIssues(each, pointer(at, index), subject);
}

function* handleIssues(value: unknown, path: string, subject: string): Iterable<Issue> {
  if (isObject(value)) {
    if (field(value, "file") === "")
      yield missing({
        code: "media-file-empty",
        path: pointer(path, "file"),
        subject,
        what: "file",
        hint: "Write the path of a file.",
      });
    return;
  }
  if (typeof value !== "string") return;
  if (value.trim() === "")
    yield error({
      code: "media-sample-missing",
      path,
      message: `${subject} has an empty handle`,
      hint: "Upload a sample.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  else if (/^https?:\/\//i.test(value))
    yield warning({
      code: "media-handle-is-url",
      path,
      message: `${subject} has the URL ${quote(value)}; WhatsApp expects an upload handle (4::…)`,
      hint: 'Name a file instead: {"file": "media/…"}. It is uploaded when needed.',
    });
  else if (!/^\d+:/.test(value))
    yield warning({
      code: "media-handle-odd",
      path,
      message: `${subject} has the handle ${quote(value)}; upload handles begin with 4:`,
      hint: 'Use the "h" of the upload\'s answer. Ids of /media do not work here.',
    });
}
