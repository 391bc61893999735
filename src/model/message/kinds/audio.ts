import type { z } from "zod";
import { type Addressee, envelopeOf, given, type MessageEnvelope } from "../envelope.ts";
import { flag } from "../shape.ts";
import { type MediaSource, plainMedia } from "./media.ts";

export const audioContent = plainMedia("audio", {
  /** Shows it as a voice message: only OGG with Opus. */
  voice: flag.optional(),
});

export interface AudioMedia extends z.infer<typeof audioContent> {}

export interface AudioMessage extends MessageEnvelope {
  type: "audio";
  audio: AudioMedia;
}

/** Audio; `voice` shows it as a voice message (OGG with Opus). Formats and sizes: see MEDIA_TYPES. */
export function audioMessage(message: Addressee & MediaSource & { voice?: boolean | undefined }): AudioMessage {
  const { id, link, voice } = message;
  return { ...envelopeOf(message), type: "audio", audio: given({ id, link, voice }) };
}
