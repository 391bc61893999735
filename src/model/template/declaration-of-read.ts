import { isObject, type JsonObject, rowOf } from "../text/index.ts";
import { canonicalTemplate } from "./canonical.ts";
import { isSignedUrl, withoutSignedMedia } from "./compare/reconcile.ts";
import { HEADER_FORMATS } from "./components/header.ts";
import { READ_ONLY_FIELDS, TEMPLATE_FIELDS } from "./envelope/fields.ts";
import { isSameTtl } from "./envelope/time-to-live.ts";
import { withFields } from "./json-fields.ts";
import type { MediaFile, TemplateBody } from "./types.ts";

/** A listed template as a declaration. */
export interface DeclarationOfRead {
  /** In canonical form. It equals the listed template. */
  body: TemplateBody;
  /** Fields of the template that this version does not know: they cannot be declared. */
  unknownFields: readonly string[];
  /** Media headers without a sample that an edit could send. */
  missingSamples: number;
}

/** The sample of a media header in a listed template. WhatsApp shows signed URLs, which it does not accept as samples. */
export interface SignedSample {
  /** `IMAGE` */
  format: string;
  url: string;
}

/**
 * How the template would be declared: without what only WhatsApp writes, without signed URLs, and without fields that have
 * their default value. Unknown fields of components stay: an edit without them would remove them.
 *
 * @param files the downloaded samples by URL
 */
export function declarationOfRead(
  read: TemplateBody,
  files: ReadonlyMap<string, MediaFile> = new Map(),
): DeclarationOfRead {
  const canonical: JsonObject = canonicalTemplate(read);
  const components = withoutSignedMedia(withFiles(canonical.components, files));
  const fields = Object.entries(canonical).filter(
    ([name, value]) =>
      Object.hasOwn(TEMPLATE_FIELDS, name) && value !== null && !isDefault(name, value, canonical.category),
  );
  const body = withFields(Object.fromEntries(fields), { components });
  return {
    body: body as TemplateBody, // the fields of one, except for those that are left out
    unknownFields: Object.keys(read).filter(
      (name) => !Object.hasOwn(TEMPLATE_FIELDS, name) && !READ_ONLY_FIELDS.has(name),
    ),
    missingSamples: mediaHeaders(components).filter(({ handles }) => handles.length === 0).length,
  };
}

/** A listed template that came from WhatsApp's library has its components, too: they say all. */
const NOT_DECLARED: ReadonlySet<string> = new Set(["library_template_name"]);

function isDefault(name: string, value: unknown, category: unknown): boolean {
  if (NOT_DECLARED.has(name)) return true;
  if (name === "message_send_ttl_seconds") return isSameTtl(undefined, value, [category, category]);
  return name === "cta_url_link_tracking_opted_out" && value === false;
}

/** The samples of a listed template that can be downloaded. */
export function signedSamplesOf(read: TemplateBody): SignedSample[] {
  return signedSamples((canonicalTemplate(read) as JsonObject).components);
}

function signedSamples(components: unknown): SignedSample[] {
  return mediaHeaders(components).flatMap(({ format, handles }) =>
    handles.filter(isSignedUrl).map((url) => ({ format, url: String(url) })),
  );
}

interface MediaHeader {
  /** `IMAGE` */
  format: string;
  handles: readonly unknown[];
}

/** Those of cards, too. */
function mediaHeaders(value: unknown): MediaHeader[] {
  if (Array.isArray(value)) return value.flatMap(mediaHeaders);
  if (!isObject(value)) return [];
  const { format, example, cards, components } = value;
  if (typeof format !== "string" || rowOf(HEADER_FORMATS, format)?.media !== true)
    return [...mediaHeaders(cards), ...mediaHeaders(components)];
  const handles = isObject(example) ? [example.header_handle ?? []].flat() : [];
  return [{ format, handles }];
}

function withFiles(value: unknown, files: ReadonlyMap<string, MediaFile>): unknown {
  if (files.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withFiles(item, files));
  if (!isObject(value)) return typeof value === "string" ? (files.get(value) ?? value) : value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withFiles(field, files)]));
}
