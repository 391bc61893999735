import type { LocationMessage, ReactionMessage, ReadReceipt, TextMessage } from "../types/index.ts";
import { type Addressee, envelopeOf } from "./envelope.ts";
import { given } from "./given.ts";

/** A text of 1 to 4096 characters; `previewUrl` shows its first link as a card. */
export function textMessage(message: Addressee & { body: string; previewUrl?: boolean | undefined }): TextMessage {
  const { body, previewUrl } = message;
  return {
    ...envelopeOf(message),
    type: "text",
    text: { ...(previewUrl === undefined ? {} : { preview_url: previewUrl }), body },
  };
}

/** A place on the map: degrees, as numbers or as texts. */
export function locationMessage(
  message: Addressee & {
    latitude: number | string;
    longitude: number | string;
    name?: string | undefined;
    address?: string | undefined;
  },
): LocationMessage {
  const { latitude, longitude, name, address } = message;
  return {
    ...envelopeOf(message),
    type: "location",
    location: { latitude, longitude, ...given({ name, address }) },
  };
}

/** One emoji on a message of the last 30 days; `""` takes it back. */
export function reactionMessage(message: Addressee & { messageId: string; emoji: string }): ReactionMessage {
  return {
    ...envelopeOf(message),
    type: "reaction",
    reaction: { message_id: message.messageId, emoji: message.emoji },
  };
}

/** Marks a received message as read, and those before it. Not older than 30 days. */
export function readReceipt({ messageId }: { messageId: string }): ReadReceipt {
  return { messaging_product: "whatsapp", status: "read", message_id: messageId };
}

/** Marks a received message as read and shows "typing…", until an answer is sent or 25 seconds are over. */
export function typingIndicator({ messageId }: { messageId: string }): ReadReceipt {
  return { ...readReceipt({ messageId }), typing_indicator: { type: "text" } };
}
