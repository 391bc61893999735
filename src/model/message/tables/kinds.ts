/** Values of a message's `type`. Source: Meta, message API reference. */
export const MESSAGE_TYPES: readonly string[] = [
  "text",
  "template",
  "image",
  "document",
  "video",
  "audio",
  "sticker",
  "location",
  "contacts",
  "interactive",
  "reaction",
];

export interface InteractiveKind {
  /** Longest body; `optional` where a message may have none. */
  body: number;
  bodyOptional?: true;
  /** Types that the header may have; none: no header at all. Left out: any. */
  headers?: readonly string[];
  headerNeeded?: true;
}

const BODY = 1024;

/** Values of `interactive.type` and what they want of the texts. Source: Meta, guides of the single kinds. */
export const INTERACTIVE_KINDS: Readonly<Record<string, InteractiveKind>> = {
  button: { body: BODY },
  list: { body: 4096, headers: ["text"] },
  cta_url: { body: BODY },
  flow: { body: BODY },
  location_request_message: { body: BODY },
  address_message: { body: BODY },
  product: { body: BODY, bodyOptional: true, headers: [] },
  product_list: { body: BODY, headers: ["text"], headerNeeded: true },
  catalog_message: { body: BODY },
  carousel: { body: BODY, headers: [] },
  order_details: { body: BODY },
  order_status: { body: BODY },
  call_permission_request: { body: BODY, bodyOptional: true },
  voice_call: { body: BODY },
};

export const HEADER_TYPES: readonly string[] = ["text", "image", "video", "document"];

export const FLOW_MODES: readonly string[] = ["draft", "published"];

export const FLOW_MESSAGE_ACTIONS: readonly string[] = ["navigate", "data_exchange"];

/** Countries with address messages. */
export const ADDRESS_COUNTRIES: readonly string[] = ["IN", "SG"];

export const ORDER_STATES: readonly string[] = [
  "pending",
  "processing",
  "partially_shipped",
  "shipped",
  "completed",
  "canceled",
];

export const GOODS: readonly string[] = ["digital-goods", "physical-goods"];
