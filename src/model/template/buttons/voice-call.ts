import { whole } from "../field-shapes.ts";
import type { ButtonKind } from "../kinds.ts";

/** Starts a call in WhatsApp. In Meta's own sample of a message the button has no index. */
export const voiceCall: ButtonKind<"VOICE_CALL", { index?: number; call: { ttlMinutes?: number; payload?: string } }> =
  {
    type: "VOICE_CALL",
    max: 1,
    label: { policy: "required", readBack: "sometimes" },
    fields: { ttl_minutes: { shape: whole, spelling: "number", readBack: "sometimes" } },
    send: {
      subTypes: ["voice_call"],
      fill: {
        key: "call",
        subType: "voice_call",
        parameters: ({ call: { ttlMinutes, payload } }) => [
          ...(ttlMinutes === undefined ? [] : [{ type: "ttl_minutes" as const, ttl_minutes: ttlMinutes }]),
          ...(payload === undefined ? [] : [{ type: "payload" as const, payload }]),
        ],
      },
    },
  };
