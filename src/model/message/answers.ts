import type { WhatsAppAnswer } from "../issue.ts";

/** How WhatsApp answers a message that breaks a rule. Source: Meta, error codes; recorded answers. */
export const MESSAGE_ANSWERS = {
  /** Wrong JSON type, unknown enum value, unexpected key. */
  invalidParameter: { code: 100 },
  missingParameter: { code: 131008 },
  parameterValue: { code: 131009 },
  parameterCount: { code: 132000 },
  templateUnknown: { code: 132001 },
  parameterFormat: { code: 132012 },
  parameterText: { code: 132018 },
} as const satisfies Record<string, WhatsAppAnswer>;
