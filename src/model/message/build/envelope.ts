import { normalizePhoneNumber } from "../../phone-number/index.ts";
import type { MessageEnvelope } from "../types/index.ts";

/** Who gets a message: one of `to`, `group` and `userId`. */
export interface Addressee {
  /** Phone number, in any spelling: `+`, blanks and punctuation are removed. */
  to?: string | undefined;
  /** Id of a group. */
  group?: string | undefined;
  /** Business-scoped user id. */
  userId?: string | undefined;
  /** Id of the message (`wamid.…`) that this one replies to. */
  replyTo?: string | undefined;
  /** Comes back in the webhooks of the message; up to 512 characters. */
  callbackData?: string | undefined;
}

/** A number's digits; what is no number stays as it is, for the check to name. */
export function spelledForWhatsApp(to: string): string {
  return normalizePhoneNumber(to).number ?? to;
}

export function envelopeOf({ to, group, userId, replyTo, callbackData }: Addressee): MessageEnvelope {
  return {
    messaging_product: "whatsapp",
    recipient_type: group === undefined ? "individual" : "group",
    ...(group !== undefined ? { to: group } : to !== undefined ? { to: spelledForWhatsApp(to) } : {}),
    ...(userId === undefined ? {} : { recipient: userId }),
    ...(replyTo === undefined ? {} : { context: { message_id: replyTo } }),
    ...(callbackData === undefined ? {} : { biz_opaque_callback_data: callbackData }),
  };
}
