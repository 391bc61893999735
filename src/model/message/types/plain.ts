import type { MessageEnvelope } from "./envelope.ts";

export interface TextMessage extends MessageEnvelope {
  type: "text";
  text: {
    /** 1 to 4096 characters. */
    body: string;
    /** Shows the first link of the text as a card. */
    preview_url?: boolean;
  };
}

export interface Location {
  /** Degrees, -90 to 90; a number, or one in a text. */
  latitude: number | string;
  /** Degrees, -180 to 180; a number, or one in a text. */
  longitude: number | string;
  name?: string;
  address?: string;
}

export interface LocationMessage extends MessageEnvelope {
  type: "location";
  location: Location;
}

export interface ReactionMessage extends MessageEnvelope {
  type: "reaction";
  reaction: {
    /** Not older than 30 days. */
    message_id: string;
    /** One emoji; `""` takes the reaction back. */
    emoji: string;
  };
}

/** Marks a received message as read, and those before it. With `typing_indicator` shows "typing…" for up to 25 seconds. */
export interface ReadReceipt {
  messaging_product: "whatsapp";
  status: "read";
  message_id: string;
  typing_indicator?: { type: "text" };
}
