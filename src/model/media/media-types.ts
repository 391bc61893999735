import { error, type Issue } from "../issue.ts";
import { listing, quote, rowOf } from "../text/index.ts";

/** How a message shows media. */
export type MediaKind = "image" | "video" | "audio" | "document" | "sticker";

/** What our side knows of one MIME type. */
export interface MediaType {
  kind: MediaKind;
  /** The largest file. */
  maxBytes: number;
  /** The largest file that is animated, where that differs. */
  maxBytesAnimated?: number;
  /** Extensions of file names, without the dot. */
  extensions: readonly string[];
}

const KB = 1024;
const MB = 1024 * KB;

const image = { kind: "image", maxBytes: 5 * MB } as const;
const video = { kind: "video", maxBytes: 16 * MB } as const;
const audio = { kind: "audio", maxBytes: 16 * MB } as const;
const document = { kind: "document", maxBytes: 100 * MB } as const;
const office = "application/vnd.openxmlformats-officedocument";

/** MIME types that WhatsApp accepts, by content. Source: Meta, Cloud API media, supported media types. */
export const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  "image/jpeg": { ...image, extensions: ["jpg", "jpeg"] },
  "image/png": { ...image, extensions: ["png"] },
  "image/webp": { kind: "sticker", maxBytes: 100 * KB, maxBytesAnimated: 500 * KB, extensions: ["webp"] },
  "video/mp4": { ...video, extensions: ["mp4"] },
  "video/3gpp": { ...video, extensions: ["3gp"] },
  "audio/aac": { ...audio, extensions: ["aac"] },
  "audio/amr": { ...audio, extensions: ["amr"] },
  "audio/mpeg": { ...audio, extensions: ["mp3"] },
  "audio/mp4": { ...audio, extensions: ["m4a"] },
  // With Opus only.
  "audio/ogg": { ...audio, extensions: ["ogg", "opus"] },
  "text/plain": { ...document, extensions: ["txt"] },
  "application/pdf": { ...document, extensions: ["pdf"] },
  "application/msword": { ...document, extensions: ["doc"] },
  "application/vnd.ms-excel": { ...document, extensions: ["xls"] },
  "application/vnd.ms-powerpoint": { ...document, extensions: ["ppt"] },
  [`${office}.wordprocessingml.document`]: { ...document, extensions: ["docx"] },
  [`${office}.spreadsheetml.sheet`]: { ...document, extensions: ["xlsx"] },
  [`${office}.presentationml.presentation`]: { ...document, extensions: ["pptx"] },
};

/** The largest file of any type. */
export const MAX_MEDIA_BYTES = Math.max(...Object.values(MEDIA_TYPES).map(({ maxBytes }) => maxBytes));

/** The type that a file's name suggests; undefined for an unknown extension. */
export function typeOfName(fileName: string): string | undefined {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return Object.keys(MEDIA_TYPES).find((type) => MEDIA_TYPES[type]?.extensions.includes(extension));
}

/** What is known of a file before it is uploaded. */
export interface MediaFacts {
  fileName: string;
  bytes: number;
  /** By content; undefined when the content is not recognized. */
  mimeType: string | undefined;
  /** A sticker of several pictures. */
  animated?: boolean | undefined;
  /** The type that the caller declares. */
  claimedType?: string | undefined;
  /** The kind of message that it is for. */
  kind?: MediaKind | undefined;
}

const WRONG_TYPE = { code: 100 };
const TOO_LARGE = { code: 131053 };

/** All problems of media by WhatsApp's table of types and sizes. The content decides, not the name. `path` is "". */
export function lintMedia(facts: MediaFacts): Issue[] {
  const { bytes, mimeType, fileName } = facts;
  if (bytes === 0)
    return [
      error({ code: "media-empty", path: "", message: `${quote(fileName)} is empty`, hint: "Choose another file." }),
    ];
  const type = mimeType === undefined ? undefined : rowOf(MEDIA_TYPES, mimeType);
  if (mimeType !== undefined && type !== undefined)
    return [...kindIssues(facts, mimeType, type.kind), ...sizeIssues(facts, type)];
  const what = mimeType === undefined ? "has an unrecognized file type" : `contains ${mimeType}`;
  return [
    error({
      code: "media-type-unknown",
      path: "",
      message: `${quote(fileName)} ${what}, which WhatsApp does not accept`,
      hint: acceptedFor(facts.kind),
      whatsapp: WRONG_TYPE,
    }),
  ];
}

function acceptedFor(kind: MediaKind | undefined): string {
  const types = Object.values(MEDIA_TYPES).filter((type) => kind === undefined || type.kind === kind);
  const extensions = types.flatMap((type) => type.extensions);
  return `WhatsApp accepts ${listing(extensions)}${kind === undefined ? "" : ` for this kind (${kind})`}.`;
}

function* kindIssues({ fileName, claimedType, kind }: MediaFacts, mimeType: string, own: MediaKind): Iterable<Issue> {
  const suggested = typeOfName(fileName);
  // A PNG named .jpg is sent as PNG; a PDF named .jpg is probably the wrong file.
  if (suggested !== undefined && rowOf(MEDIA_TYPES, suggested)?.kind !== own)
    yield error({
      code: "media-type-mismatch",
      path: "",
      message: `${quote(fileName)} has the extension of ${suggested} but contains ${mimeType}`,
      hint: "Choose the right file, or correct its extension.",
      whatsapp: WRONG_TYPE,
    });
  else if (claimedType !== undefined && claimedType !== mimeType)
    yield error({
      code: "media-type-mismatch",
      path: "",
      message: `${quote(fileName)} was declared as ${claimedType} but contains ${mimeType}`,
      hint: `Omit the type, or use ${mimeType}.`,
      whatsapp: WRONG_TYPE,
    });
  if (kind !== undefined && kind !== own)
    yield error({
      code: "media-kind-mismatch",
      path: "",
      message: `${quote(fileName)} was declared as ${kind} but contains ${mimeType}`,
      hint: acceptedFor(kind),
      whatsapp: WRONG_TYPE,
    });
}

function* sizeIssues({ fileName, bytes, animated }: MediaFacts, type: MediaType): Iterable<Issue> {
  const max = animated === true ? (type.maxBytesAnimated ?? type.maxBytes) : type.maxBytes;
  if (bytes > max)
    yield error({
      code: "media-too-large",
      path: "",
      message: `${quote(fileName)} has ${sized(bytes)}; WhatsApp allows ${sized(max)} for this kind (${type.kind})`,
      hint: "Reduce its size.",
      whatsapp: TOO_LARGE,
    });
}

/** `5 MB`, `100 kB`, `5.01 MB`. */
function sized(bytes: number): string {
  const [unit, size] = bytes >= MB ? ["MB", bytes / MB] : ["kB", bytes / KB];
  // Rounded up, so that one byte above the limit does not read like the limit.
  return `${Math.ceil(size * 100) / 100} ${unit}`;
}
