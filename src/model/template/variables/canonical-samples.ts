import { isObject, type JsonObject } from "../../text/index.ts";
import { fieldOf, withFields } from "../json-fields.ts";
import { textVariables } from "./find-variables.ts";

const WEB_ADDRESS = /^https?:\/\//i;
const FIRST_VARIABLE = /\{\{[^{}]*\}\}/;

/** A text header or body with its samples in one form; without them where the text has no variable. */
export function withTextSamples(component: JsonObject, key: "header_text" | "body_text"): JsonObject {
  const { text, example } = component;
  if (typeof text !== "string") return component;
  const variables = textVariables(text);
  if (variables.length === 0) return withFields(component, { example: undefined });
  if (!isObject(example)) return component;
  const named = `${key}_named_params`;
  const list = key === "header_text" ? sampleList : sampleRows;
  return withFields(component, {
    example: withFields(example, {
      [key]: list(fieldOf(example, key)),
      [named]: namedSamples(fieldOf(example, named), variables),
    }),
  });
}

/** A media header with its handle in a list; a handle is a `4::…` text, a signed URL or a MediaFile. */
export function withMediaSample(component: JsonObject): JsonObject {
  const handle = fieldOf(component.example, "header_handle");
  if (!isObject(component.example) || handle === undefined || Array.isArray(handle)) return component;
  return withFields(component, { example: withFields(component.example, { header_handle: [handle] }) });
}

/** The sample of a URL button as WhatsApp returns it: a list of complete URLs, also where only the ending was given. */
export function withUrlSample(button: JsonObject): JsonObject {
  const { url, example } = button;
  if (typeof url !== "string" || example === undefined) return button;
  if (textVariables(url).length === 0) return withFields(button, { example: undefined });
  const samples = sampleList(example);
  if (!Array.isArray(samples) || !WEB_ADDRESS.test(url)) return withFields(button, { example: samples });
  const full = (sample: unknown) =>
    typeof sample !== "string" || WEB_ADDRESS.test(sample) ? sample : url.replace(FIRST_VARIABLE, () => sample);
  return withFields(button, { example: samples.map(full) });
}

/** The sample of a COPY_CODE button: a bare text, also where a read has a list of one. */
export function withCodeSample(button: JsonObject): JsonObject {
  return withFields(button, { example: onlySample(button.example) });
}

/** `["a", "b"]`, from a bare text or a list with one row too. */
function sampleList(value: unknown): unknown {
  if (!Array.isArray(value)) return isSample(value) ? [sampleText(value)] : value;
  const row: unknown = value.length === 1 && Array.isArray(value[0]) ? value[0] : value;
  return Array.isArray(row) && row.every(isSample) ? row.map(sampleText) : value;
}

/** `[["a", "b"]]`, from a bare text or a flat list too: Meta's samples show all three. */
function sampleRows(value: unknown): unknown {
  if (isSample(value)) return [[sampleText(value)]];
  if (!Array.isArray(value) || value.length === 0) return value;
  if (value.every(isSample)) return [value.map(sampleText)];
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(sampleText) : row));
}

/** `[{param_name, example}]` in the order of the variables in the text. */
function namedSamples(value: unknown, variables: readonly string[]): unknown {
  const list: unknown = isObject(value) && "param_name" in value ? [value] : value;
  if (!Array.isArray(list) || !list.every(isObject)) return list;
  const place = ({ param_name }: JsonObject) => {
    const at = typeof param_name === "string" ? variables.indexOf(param_name) : -1;
    return at < 0 ? variables.length : at;
  };
  return list.map(withSampleText).toSorted((a, b) => place(a) - place(b));
}

function withSampleText(sample: JsonObject): JsonObject {
  return withFields(sample, { example: onlySample(sample.example) });
}

function isSample(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** The only sample of a list, without the list. */
function onlySample(value: unknown): unknown {
  return sampleText(Array.isArray(value) && value.length === 1 && isSample(value[0]) ? value[0] : value);
}

function sampleText(value: unknown): unknown {
  return isSample(value) ? String(value) : value;
}
