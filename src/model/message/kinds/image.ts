import type { z } from "zod";
import { type Addressee, envelopeOf, given, type MessageEnvelope } from "../envelope.ts";
import { type CaptionedSource, captionedMedia } from "./media.ts";

export const imageContent = captionedMedia("an image", {});

export interface ImageMessage extends MessageEnvelope {
  type: "image";
  image: z.infer<typeof imageContent>;
}

/** An image. Formats and sizes: see MEDIA_TYPES. */
export function imageMessage(message: Addressee & CaptionedSource): ImageMessage {
  const { id, link, caption } = message;
  return { ...envelopeOf(message), type: "image", image: given({ id, link, caption }) };
}
