import type {
  AudioMessage,
  Contact,
  ContactsMessage,
  DocumentMessage,
  ImageMessage,
  StickerMessage,
  VideoMessage,
} from "../types/index.ts";
import { type Addressee, envelopeOf } from "./envelope.ts";
import { given } from "./given.ts";

/** Uploaded media (`id`), or media that WhatsApp fetches (`link`). */
export interface MediaSource {
  id?: string | undefined;
  link?: string | undefined;
}

export interface CaptionedSource extends MediaSource {
  /** Up to 1024 characters. */
  caption?: string | undefined;
}

/** JPEG or PNG, up to 5 MB. */
export function imageMessage(message: Addressee & CaptionedSource): ImageMessage {
  const { id, link, caption } = message;
  return { ...envelopeOf(message), type: "image", image: given({ id, link, caption }) };
}

/** MP4 or 3GP (H.264, AAC), up to 16 MB. */
export function videoMessage(message: Addressee & CaptionedSource): VideoMessage {
  const { id, link, caption } = message;
  return { ...envelopeOf(message), type: "video", video: given({ id, link, caption }) };
}

/** Up to 100 MB; `filename` is what the recipient sees. */
export function documentMessage(
  message: Addressee & CaptionedSource & { filename?: string | undefined },
): DocumentMessage {
  const { id, link, filename, caption } = message;
  return { ...envelopeOf(message), type: "document", document: given({ id, link, filename, caption }) };
}

/** AAC, AMR, MP3, M4A or OGG, up to 16 MB; `voice`: a voice message (OGG with Opus). */
export function audioMessage(message: Addressee & MediaSource & { voice?: boolean | undefined }): AudioMessage {
  const { id, link, voice } = message;
  return { ...envelopeOf(message), type: "audio", audio: given({ id, link, voice }) };
}

/** WebP, up to 100 kB, or 500 kB when it moves. */
export function stickerMessage(message: Addressee & MediaSource): StickerMessage {
  const { id, link } = message;
  return { ...envelopeOf(message), type: "sticker", sticker: given({ id, link }) };
}

/** One or more contact cards. */
export function contactsMessage(message: Addressee & { contacts: readonly Contact[] }): ContactsMessage {
  return { ...envelopeOf(message), type: "contacts", contacts: message.contacts };
}
