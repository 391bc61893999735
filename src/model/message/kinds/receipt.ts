import type { z } from "zod";
import { product } from "../envelope.ts";
import { filled, object, word } from "../shape.ts";

/** The whole body: a receipt is not a message. */
export const receiptBody = object({
  messaging_product: product,
  status: word("read"),
  message_id: filled("The id of the message that was read"),
  typing_indicator: object({ type: word("text") }).optional(),
});

/** Marks a received message, and those before it, as read. With `typing_indicator` it shows "typing…" for up to 25 seconds. */
export interface ReadReceipt extends z.infer<typeof receiptBody> {}

/** Marks a received message, at most 30 days old, and those before it as read. */
export function readReceipt({ messageId }: { messageId: string }): ReadReceipt {
  return { messaging_product: "whatsapp", status: "read", message_id: messageId };
}

/** Marks a received message as read and shows "typing…", until a message is sent or 25 seconds have passed. */
export function typingIndicator({ messageId }: { messageId: string }): ReadReceipt {
  return { ...readReceipt({ messageId }), typing_indicator: { type: "text" } };
}
