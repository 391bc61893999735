import { listing } from "../text/index.ts";
import { MEDIA_TYPES } from "./media-types.ts";

interface Format {
  /** MIME types, by content. */
  types: readonly string[];
  /** The types in words. */
  names: string;
  maxBytes: number;
}

function formatOf(...types: string[]): Format {
  const rows = types.flatMap((type) => MEDIA_TYPES[type] ?? []);
  // The last extension is the full name of the format: jpeg after jpg.
  const names = listing(rows.map(({ extensions }) => extensions.at(-1) ?? ""));
  return { types, names, maxBytes: Math.min(...rows.map(({ maxBytes }) => maxBytes)) };
}

/**
 * The formats of a media header, and of a profile picture (`image`). Source: Meta, template components, media headers; resumable
 * upload, which takes fewer types than messages do.
 */
export const SAMPLE_FORMATS = {
  image: formatOf("image/jpeg", "image/png"),
  video: formatOf("video/mp4"),
  document: formatOf("application/pdf"),
} as const satisfies Record<string, Format>;

export type SampleFormat = keyof typeof SAMPLE_FORMATS;

export function isSampleFormat(key: string): key is SampleFormat {
  return Object.hasOwn(SAMPLE_FORMATS, key);
}

interface SampleProblem {
  code: "media-too-large" | "media-type";
  /** A clause about the file: `contains application/pdf; an image must be jpeg or png`. */
  what: string;
  hint: string;
}

/** Why WhatsApp does not accept a file as a sample; undefined if it does. `type`: by content; undefined if not recognized. */
export function sampleProblem(
  format: SampleFormat,
  { bytes, type }: { bytes: number; type: string | undefined },
): SampleProblem | undefined {
  const { types, names, maxBytes } = SAMPLE_FORMATS[format];
  if (bytes > maxBytes) {
    const what = `has ${megabytes(bytes)} MB; ${articled(format)} may have up to ${megabytes(maxBytes)} MB`;
    return { code: "media-too-large", what, hint: "Make it smaller." };
  }
  if (type !== undefined && types.includes(type)) return undefined;
  const actual = type === undefined ? (bytes === 0 ? "is empty" : "has an unknown format") : `contains ${type}`;
  const what = `${actual}; ${articled(format)} must be ${names}`;
  return { code: "media-type", what, hint: `Convert it to ${names}: renaming is not enough.` };
}

function articled(format: string): string {
  return `${/^[aeiou]/.test(format) ? "an" : "a"} ${format}`;
}

export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "");
}
