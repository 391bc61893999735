import type { z } from "zod";
import { type Addressee, envelopeOf, given, type MessageEnvelope } from "../envelope.ts";
import { flag, object, words } from "../shape.ts";

export const TEXT_LIMITS = { text: 4096 } as const;

export const textContent = object({
  /** See {@link TEXT_LIMITS}. */
  body: words("The text", TEXT_LIMITS.text),
  /** Shows a preview of the text's first link. */
  preview_url: flag.optional(),
});

export interface TextMessage extends MessageEnvelope {
  type: "text";
  text: z.infer<typeof textContent>;
}

/** A text; `previewUrl` shows a preview of its first link. */
export function textMessage(message: Addressee & { body: string; previewUrl?: boolean | undefined }): TextMessage {
  const { body, previewUrl } = message;
  return { ...envelopeOf(message), type: "text", text: { ...given({ preview_url: previewUrl }), body } };
}
