import type { MessageEnvelope } from "./envelope.ts";

/** Media that were uploaded (`id`), or that WhatsApp fetches (`link`, http or https): one of them. */
export interface MediaReference {
  id?: string;
  link?: string;
}

export interface CaptionedMedia extends MediaReference {
  /** Up to 1024 characters. */
  caption?: string;
}

export interface DocumentMedia extends CaptionedMedia {
  /** The name that the recipient sees; its ending decides the icon. */
  filename?: string;
}

export interface AudioMedia extends MediaReference {
  /** Shows it as a voice message: OGG with Opus only. */
  voice?: boolean;
}

export interface ImageMessage extends MessageEnvelope {
  type: "image";
  image: CaptionedMedia;
}

export interface VideoMessage extends MessageEnvelope {
  type: "video";
  video: CaptionedMedia;
}

export interface DocumentMessage extends MessageEnvelope {
  type: "document";
  document: DocumentMedia;
}

export interface AudioMessage extends MessageEnvelope {
  type: "audio";
  audio: AudioMedia;
}

export interface StickerMessage extends MessageEnvelope {
  type: "sticker";
  sticker: MediaReference;
}
