import { type Addressee, envelopeOf, given, type MessageEnvelope } from "../envelope.ts";
import { type MediaReference, type MediaSource, plainMedia } from "./media.ts";

export const stickerContent = plainMedia("a sticker", {});

export interface StickerMessage extends MessageEnvelope {
  type: "sticker";
  sticker: MediaReference;
}

/** A sticker, static or animated. Formats and sizes: see MEDIA_TYPES. */
export function stickerMessage(message: Addressee & MediaSource): StickerMessage {
  const { id, link } = message;
  return { ...envelopeOf(message), type: "sticker", sticker: given({ id, link }) };
}
