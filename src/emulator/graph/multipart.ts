import { invalidParameter } from "./errors.ts";

/** A part of a multipart form. */
export interface Part {
  name: string;
  /** Undefined for a field that is no file. */
  fileName: string | undefined;
  /** The part's own content type, with its parameters; "text/plain" without one (RFC 7578). */
  type: string;
  bytes: Buffer;
}

export function isMultipart(contentType: string): boolean {
  return /^\s*multipart\/form-data\s*(;|$)/i.test(contentType);
}

/** `; name=value` or `; name="value"`, in any order, with any white space. */
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/gs;

/** The parameters of a header, by lower-case name. `filename*` of RFC 5987 becomes `filename`. */
function headerParameters(header: string): Map<string, string> {
  const parameters = new Map<string, string>();
  const extended = new Map<string, string>();
  for (const [, name = "", quoted, bare = ""] of header.matchAll(PARAMETER)) {
    const value = quoted === undefined ? bare.trim() : quoted.replace(/\\(["\\])/g, "$1");
    const [, charset, encoded = ""] = /^([\w-]*)'[^']*'(.*)$/s.exec(value) ?? [];
    if (name.endsWith("*") && charset !== undefined) extended.set(name.slice(0, -1).toLowerCase(), unescaped(encoded));
    else parameters.set(name.toLowerCase(), value);
  }
  return new Map([...parameters, ...extended]);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headers by lower-case name. A line that starts with white space continues the one before it. */
function headersOf(block: string): Map<string, string> {
  const lines = block.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

const LF = 0x0a;
const CR = 0x0d;

/** The position after the line break at `at`, which white space may precede; undefined where the line goes on. */
function afterLine(bytes: Buffer, at: number): number | undefined {
  const [padding = ""] = /^[ \t]*\r?\n/.exec(bytes.toString("latin1", at, at + 256)) ?? [];
  return padding === "" ? undefined : at + padding.length;
}

/** The position where the text before a boundary ends: the line break belongs to the boundary. */
function beforeLine(bytes: Buffer, at: number): number | undefined {
  if (at === 0) return 0;
  if (bytes[at - 1] !== LF) return undefined;
  return bytes[at - 2] === CR ? at - 2 : at - 1;
}

const HEADERS_MAX_BYTES = 16 * 1024;

/** A part of the form; undefined when it has no name. */
function partOf(bytes: Buffer): Part | undefined {
  const blank = /\r?\n\r?\n/.exec(bytes.toString("latin1", 0, HEADERS_MAX_BYTES));
  if (blank === null) return undefined;
  const headers = headersOf(bytes.toString("utf8", 0, blank.index));
  const disposition = headerParameters(headers.get("content-disposition") ?? "");
  const name = disposition.get("name");
  if (name === undefined) return undefined;
  return {
    name,
    fileName: disposition.get("filename"),
    type: headers.get("content-type") ?? "text/plain",
    bytes: bytes.subarray(blank.index + blank[0].length),
  };
}

/**
 * The parts of a multipart form, in every spelling that RFC 2046 and RFC 7578 allow: parameters in any order, quoted or
 * not, in any case of letters; white space around them and after a boundary; also lines that end in LF only.
 */
export function multipartParts(bytes: Buffer, contentType: string): Part[] {
  const invalid = () => invalidParameter("The request body is not a valid multipart form.");
  const boundary = headerParameters(contentType).get("boundary");
  if (!boundary) throw invalid();
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start: number | undefined;
  for (let at = bytes.indexOf(delimiter); at >= 0; at = bytes.indexOf(delimiter, at + delimiter.length)) {
    const end = beforeLine(bytes, at);
    const after = at + delimiter.length;
    const isLast = bytes.toString("latin1", after, after + 2) === "--";
    const next = isLast ? after : afterLine(bytes, after);
    if (end === undefined || next === undefined) continue;
    const part = start === undefined ? undefined : partOf(bytes.subarray(start, Math.max(start, end)));
    if (part !== undefined) parts.push(part);
    if (isLast) return parts;
    start = next;
  }
  throw invalid();
}
