import type { Message } from "../../model/message/index.ts";

/** A message as the builders make it, or any body of `POST /{phone}/messages`: unknown keys travel on. */
export type OutgoingMessage = Message | Readonly<Record<string, unknown>>;

/** WhatsApp has taken the message; whether it arrives, webhooks tell. */
export interface SentMessage {
  /** `wamid.…`: for replies, reactions and webhooks. */
  id: string;
  /** `accepted`, `held_for_quality_assessment`, `paused`; of templates only. */
  status?: string;
  /** Whom WhatsApp understood: `input` as sent, `waId` the WhatsApp account behind it. */
  contacts: { input: string; waId?: string }[];
}
