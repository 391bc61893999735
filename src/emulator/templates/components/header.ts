import { invalidParameter, notOneOf } from "../../graph/errors.ts";
import { decoded, isObject, type JsonObject, rowOf, upperOf } from "../../json.ts";
import { LIMITS } from "../../tables/templates.ts";
import { emojiCount, hasMarkup, hasNewline, lengthOf } from "../../text/characters.ts";
import { areWellNamed, variablesIn, withoutVariables } from "../../text/variables.ts";
import { refusal } from "../refusals.ts";
import { checkSamples, readBackText } from "../samples.ts";
import { checkFields, type Fields, type ServedComponent, type TemplateContext } from "./served-component.ts";

interface Format extends Fields {
  /** MIME types of the media sample. */
  sample?: RegExp;
}

const FORMATS: Readonly<Record<string, Format>> = {
  DOCUMENT: { required: ["format", "example"], sample: /^application\/|^text\// },
  GIF: { required: ["format", "example"], sample: /^(video\/mp4|image\/gif)$/ },
  IMAGE: { required: ["format", "example"], sample: /^image\/(jpe?g|png)$/ },
  LOCATION: { required: ["format"] },
  PRODUCT: { required: ["format"] },
  TEXT: { required: ["format", "text"], optional: ["example"] },
  VIDEO: { required: ["format", "example"], sample: /^video\/(mp4|3gpp?)$/ },
};

function checkText(component: JsonObject, { parameterFormat }: TemplateContext): void {
  const text = String(component.text);
  if (lengthOf(text) > LIMITS.header) throw refusal("tooLong", "The message header", LIMITS.header);
  const plain = withoutVariables(text);
  if (hasNewline(text) || hasMarkup(plain) || emojiCount(text) > 0) throw refusal("headerFormat");
  const names = variablesIn(text);
  if (!areWellNamed(names, parameterFormat) || new Set(names).size > LIMITS.headerVariables)
    throw refusal("headerFormat");
  checkSamples("HEADER", component, "header_text", parameterFormat);
}

/** The sample of a media header: one handle of a resumable upload. Media ids and URLs are not accepted. */
function mediaHandle(component: JsonObject): unknown {
  const example = decoded(component.example);
  const handles = isObject(example) ? decoded(example.header_handle) : undefined;
  return Array.isArray(handles) ? handles[0] : handles;
}

function checkMediaSample(component: JsonObject, format: string, sample: RegExp, { handles }: TemplateContext): void {
  const handle = mediaHandle(component);
  if (typeof handle !== "string" || handle === "") throw refusal("missingFields", "HEADER", "example");
  if (!/^\d+:/.test(handle)) throw invalidParameter("Param header_handle is not a handle of an upload session");
  const type = handles[handle];
  if (type !== undefined && !sample.test(type)) throw refusal("handleType", type, format);
}

export const header: ServedComponent = {
  check(component, { path }, context) {
    const name = upperOf(component.format);
    if (component.format === undefined) throw refusal("missingFields", "HEADER", "format");
    const format = rowOf(FORMATS, name);
    if (format === undefined) throw notOneOf(`${path}['format']`, Object.keys(FORMATS), component.format);
    checkFields("HEADER", component, format);
    if (name === "TEXT") checkText(component, context);
    else if (format.sample !== undefined) checkMediaSample(component, name, format.sample, context);
  },
  readBack(sent) {
    const format = upperOf(sent.format);
    if (format === "TEXT") return { type: "HEADER", format, ...readBackText(sent, "header_text") };
    if (rowOf(FORMATS, format)?.sample === undefined) return { type: "HEADER", format };
    return { type: "HEADER", format, example: { header_handle: [String(mediaHandle(sent))] } };
  },
};
