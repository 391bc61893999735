import type { z } from "zod";
import { type Addressee, envelopeOf, given, type MessageEnvelope } from "../envelope.ts";
import { type CaptionedSource, captionedMedia } from "./media.ts";

export const videoContent = captionedMedia("a video", {});

export interface VideoMessage extends MessageEnvelope {
  type: "video";
  video: z.infer<typeof videoContent>;
}

/** A video (H.264 with AAC). Formats and sizes: see MEDIA_TYPES. */
export function videoMessage(message: Addressee & CaptionedSource): VideoMessage {
  const { id, link, caption } = message;
  return { ...envelopeOf(message), type: "video", video: given({ id, link, caption }) };
}
