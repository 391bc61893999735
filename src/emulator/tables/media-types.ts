export type MediaKind = "audio" | "document" | "image" | "sticker" | "video";

/** Types of an upload, in the order in which WhatsApp's own refusal lists them (recorded). */
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

export interface MediaRules {
  /** As WhatsApp's error texts call the kind. */
  label: string;
  types: readonly string[];
  /** Bytes. */
  most: number;
}

/** What a message of each kind can carry. Source: supported media types, media reference. */
export const MEDIA_KINDS: Readonly<Record<MediaKind, MediaRules>> = {
  audio: {
    label: "Audio",
    types: ["audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus"],
    most: 16 * MB,
  },
  document: { label: "Document", types: UPLOAD_TYPES, most: 100 * MB },
  image: { label: "Image", types: ["image/jpeg", "image/png"], most: 5 * MB },
  sticker: { label: "Sticker", types: ["image/webp"], most: 500 * KB },
  video: { label: "Video", types: ["video/mp4", "video/3gpp"], most: 16 * MB },
};

export const STATIC_STICKER_BYTES = 100 * KB;

/** The largest body of an upload: the largest file, and room for the multipart frame. */
export const UPLOAD_BYTES = 100 * MB + MB;

/** The kind whose limits an upload of that type has. */
export function kindOfType(type: string): MediaKind {
  if (MEDIA_KINDS.image.types.includes(type)) return "image";
  if (MEDIA_KINDS.sticker.types.includes(type)) return "sticker";
  if (MEDIA_KINDS.audio.types.includes(type)) return "audio";
  return MEDIA_KINDS.video.types.includes(type) ? "video" : "document";
}
