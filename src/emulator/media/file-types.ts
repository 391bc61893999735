/** Kinds of files that a message can carry. */
export type AttachmentKind = "audio" | "document" | "image" | "sticker" | "video";

/** Types of an upload, in the order of WhatsApp's own refusal (recorded). */
export const UPLOAD_TYPES: readonly string[] = [
  "audio/aac",
  "audio/mp4",
  "audio/mpeg",
  "audio/amr",
  "audio/ogg",
  "audio/opus",
  "application/vnd.ms-powerpoint",
  "application/msword",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/pdf",
  "text/plain",
  "application/vnd.ms-excel",
  "image/jpeg",
  "image/png",
  "image/webp",
  "video/mp4",
  "video/3gpp",
];

const KB = 1024;
const MB = 1024 * KB;

interface AttachmentRules {
  /** The kind in WhatsApp's error texts. */
  label: string;
  types: readonly string[];
  maxBytes: number;
}

/** The files that a message of each kind can carry. Source: supported media types, media reference. */
export const ATTACHMENTS: Readonly<Record<AttachmentKind, AttachmentRules>> = {
  audio: {
    label: "Audio",
    types: ["audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus"],
    maxBytes: 16 * MB,
  },
  document: { label: "Document", types: UPLOAD_TYPES, maxBytes: 100 * MB },
  image: { label: "Image", types: ["image/jpeg", "image/png"], maxBytes: 5 * MB },
  sticker: { label: "Sticker", types: ["image/webp"], maxBytes: 500 * KB },
  video: { label: "Video", types: ["video/mp4", "video/3gpp"], maxBytes: 16 * MB },
};

export const STATIC_STICKER_MAX_BYTES = 100 * KB;

/** The largest body of an upload: the largest file, and room for the multipart frame. */
export const UPLOAD_BODY_MAX_BYTES = ATTACHMENTS.document.maxBytes + MB;

/** The kind whose limits apply to an upload of that type. */
export function kindOfType(type: string): AttachmentKind {
  if (ATTACHMENTS.image.types.includes(type)) return "image";
  if (ATTACHMENTS.sticker.types.includes(type)) return "sticker";
  if (ATTACHMENTS.audio.types.includes(type)) return "audio";
  return ATTACHMENTS.video.types.includes(type) ? "video" : "document";
}

interface Signature {
  type: string;
  at: number;
  /** Bytes in Latin-1. */
  bytes: string;
}

const ZIP = "application/zip";
/** Office files before 2007: Word, Excel and PowerPoint have the same signature. */
const OLE = "application/x-ole-storage";

const SIGNATURES: readonly Signature[] = [
  { type: "image/jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { type: "image/png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { type: "image/webp", at: 8, bytes: "WEBP" },
  { type: "image/gif", at: 0, bytes: "GIF8" },
  { type: "video/3gpp", at: 4, bytes: "ftyp3g" },
  { type: "audio/mp4", at: 4, bytes: "ftypM4A" },
  { type: "video/mp4", at: 4, bytes: "ftyp" },
  { type: "audio/ogg", at: 0, bytes: "OggS" },
  { type: "audio/amr", at: 0, bytes: "#!AMR" },
  { type: "audio/mpeg", at: 0, bytes: "ID3" },
  { type: "audio/aac", at: 0, bytes: "\xff\xf1" },
  { type: "audio/aac", at: 0, bytes: "\xff\xf9" },
  { type: "audio/mpeg", at: 0, bytes: "\xff\xfb" },
  { type: "audio/mpeg", at: 0, bytes: "\xff\xf3" },
  { type: "audio/mpeg", at: 0, bytes: "\xff\xf2" },
  { type: "application/pdf", at: 0, bytes: "%PDF" },
  { type: "audio/wav", at: 8, bytes: "WAVE" },
  { type: OLE, at: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { type: ZIP, at: 0, bytes: "PK\x03\x04" },
];

/** The start of a file that contains every signature and the flags of a WebP file. */
export const HEAD_BYTES = 32;

/** Type of a file by its first bytes; undefined when no signature matches. */
export function sniff(head: Buffer): string | undefined {
  const text = head.toString("latin1", 0, HEAD_BYTES);
  return SIGNATURES.find(({ at, bytes }) => text.startsWith(bytes, at))?.type;
}

const OOXML = "application/vnd.openxmlformats-officedocument.";

/** Whether a file with the signature of one type may be declared as another. */
export function agrees(declared: string, looks: string | undefined): boolean {
  if (declared === looks) return true;
  if (declared === "text/plain") return looks === undefined;
  if (declared.startsWith(OOXML)) return looks === ZIP;
  if (declared === "application/msword" || declared.startsWith("application/vnd.ms-")) return looks === OLE;
  // MP4 containers hold audio or video; voice notes are Opus in Ogg.
  const inMp4 = ["audio/mp4", "video/mp4", "video/3gpp"];
  if (inMp4.includes(declared)) return inMp4.includes(looks ?? "");
  if (declared === "audio/opus") return looks === "audio/ogg";
  return ["image/jpeg", "image/png"].includes(declared) && ["image/jpeg", "image/png"].includes(looks ?? "");
}

/** Whether the flags of the extended WebP header mark an animation. */
export function isAnimatedWebp(head: Buffer): boolean {
  return head.toString("latin1", 12, 16) === "VP8X" && ((head[20] ?? 0) & 0b10) !== 0;
}
