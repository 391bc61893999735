/** What a message can show media as. */
export type MediaKind = "image" | "video" | "audio" | "document" | "sticker";

export interface MediaType {
  kind: MediaKind;
  /** Bytes. */
  most: number;
  /** Endings of file names, without the dot. */
  endings: readonly string[];
}

const KB = 1024;
const MB = 1024 * KB;

const image = { kind: "image", most: 5 * MB } as const;
const video = { kind: "video", most: 16 * MB } as const;
const audio = { kind: "audio", most: 16 * MB } as const;
const document = { kind: "document", most: 100 * MB } as const;
const office = "application/vnd.openxmlformats-officedocument";

/** MIME types that WhatsApp takes, by content. Source: Meta, Cloud API media, supported media types. */
export const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  "image/jpeg": { ...image, endings: ["jpg", "jpeg"] },
  "image/png": { ...image, endings: ["png"] },
  "image/webp": { kind: "sticker", most: 100 * KB, endings: ["webp"] },
  "video/mp4": { ...video, endings: ["mp4"] },
  "video/3gpp": { ...video, endings: ["3gp"] },
  "audio/aac": { ...audio, endings: ["aac"] },
  "audio/amr": { ...audio, endings: ["amr"] },
  "audio/mpeg": { ...audio, endings: ["mp3"] },
  "audio/mp4": { ...audio, endings: ["m4a"] },
  // With Opus only.
  "audio/ogg": { ...audio, endings: ["ogg", "opus"] },
  "text/plain": { ...document, endings: ["txt"] },
  "application/pdf": { ...document, endings: ["pdf"] },
  "application/msword": { ...document, endings: ["doc"] },
  "application/vnd.ms-excel": { ...document, endings: ["xls"] },
  "application/vnd.ms-powerpoint": { ...document, endings: ["ppt"] },
  [`${office}.wordprocessingml.document`]: { ...document, endings: ["docx"] },
  [`${office}.spreadsheetml.sheet`]: { ...document, endings: ["xlsx"] },
  [`${office}.presentationml.presentation`]: { ...document, endings: ["pptx"] },
};

/** A sticker that moves may be larger. */
export const ANIMATED_STICKER_BYTES = 500 * KB;

/** The type that a file's name promises; undefined where it promises none. */
export function typeOfName(fileName: string): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  return Object.keys(MEDIA_TYPES).find((type) => MEDIA_TYPES[type]?.endings.includes(ending));
}
