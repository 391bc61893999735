import type { z } from "zod";
import { type Addressee, envelopeOf, given, type MessageEnvelope } from "../envelope.ts";
import { text } from "../shape.ts";
import { type CaptionedSource, captionedMedia } from "./media.ts";

export const documentContent = captionedMedia("a document", {
  /** The name that the recipient sees; its extension determines the icon. */
  filename: text.optional(),
});

export interface DocumentMedia extends z.infer<typeof documentContent> {}

export interface DocumentMessage extends MessageEnvelope {
  type: "document";
  document: DocumentMedia;
}

/** A document; the recipient sees `filename`. Formats and sizes: see MEDIA_TYPES. */
export function documentMessage(
  message: Addressee & CaptionedSource & { filename?: string | undefined },
): DocumentMessage {
  const { id, link, filename, caption } = message;
  return { ...envelopeOf(message), type: "document", document: given({ id, link, filename, caption }) };
}
