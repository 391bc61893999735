import type { MediaKind } from "../expand/expansion.ts";

interface Rule {
  /** MIME types, as the content shows them. */
  types: readonly string[];
  /** In words. */
  names: string;
  maxBytes: number;
}

const MB = 1024 * 1024;

/** What WhatsApp takes as a sample. Source: Meta, supported media types. */
export const MEDIA_RULES: Readonly<Record<MediaKind, Rule>> = {
  image: { types: ["image/jpeg", "image/png"], names: "jpeg or png", maxBytes: 5 * MB },
  video: { types: ["video/mp4", "video/3gpp"], names: "mp4 or 3gp", maxBytes: 16 * MB },
  document: { types: ["application/pdf"], names: "pdf", maxBytes: 100 * MB },
};

/** Pixels of each side. Source: Meta, business profile: pictures are square, 192 pixels or more. */
export const LEAST_PICTURE_SIDE = 192;
