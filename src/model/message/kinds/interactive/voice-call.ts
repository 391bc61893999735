import type { z } from "zod";
import { given } from "../../envelope.ts";
import { object, text, whole, word, words } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const VOICE_CALL_LIMITS = { callText: 20, callTtlMinutes: 43_200 } as const;

const action = object({
  name: word("voice_call"),
  parameters: object({
    display_text: words("The button's text", VOICE_CALL_LIMITS.callText).optional(),
    ttl_minutes: whole("ttl_minutes", { min: 1, max: VOICE_CALL_LIMITS.callTtlMinutes }).optional(),
    payload: text.optional(),
  }).optional(),
});

export const voiceCallKind = interactiveKind("voice_call", action);

type Content = z.infer<typeof voiceCallKind.schema>;

/** A button that calls the business on WhatsApp. */
export function voiceCallMessage(
  message: InteractiveTexts & {
    displayText?: string | undefined;
    ttlMinutes?: number | undefined;
    payload?: string | undefined;
  },
): InteractiveEnvelope<Content> {
  const { displayText, ttlMinutes, payload } = message;
  const parameters = given({ display_text: displayText, ttl_minutes: ttlMinutes, payload });
  const isEmpty = Object.keys(parameters).length === 0;
  return interactiveMessage<Content>(message, "voice_call", { name: "voice_call", ...(isEmpty ? {} : { parameters }) });
}
