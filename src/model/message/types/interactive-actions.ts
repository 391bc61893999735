import type { MediaReference } from "./media.ts";

export interface ReplyButton {
  type: "reply";
  reply: {
    /** Comes back when it is tapped; up to 256 characters. */
    id: string;
    /** Up to 20 characters, different on each button. */
    title: string;
  };
}

export interface ListRow {
  /** Comes back when it is chosen; up to 200 characters. */
  id: string;
  /** Up to 24 characters. */
  title: string;
  /** Up to 72 characters. */
  description?: string;
}

export interface ListSection {
  /** Up to 24 characters; needed where there are several sections. */
  title?: string;
  rows: readonly ListRow[];
}

export interface ListAction {
  /** What opens the list; up to 20 characters. */
  button: string;
  /** Up to 10, with up to 10 rows in all. */
  sections: readonly ListSection[];
}

export interface FlowAction {
  name: "flow";
  parameters: {
    flow_message_version: "3";
    /** Either this or `flow_name`. */
    flow_id?: string;
    flow_name?: string;
    /** Up to 30 characters, no emoji. */
    flow_cta: string;
    flow_token?: string;
    /** `published` when it is left out. */
    mode?: "draft" | "published";
    /** `navigate` when it is left out. */
    flow_action?: "navigate" | "data_exchange";
    flow_action_payload?: { screen: string; data?: Readonly<Record<string, unknown>> };
  };
}

/** A card with a link, or one with a product; all cards of a message are of one kind. */
export type CarouselCard =
  | {
      card_index: number;
      type: "cta_url";
      header: { type: "image"; image: MediaReference } | { type: "video"; video: MediaReference };
      body?: { text: string };
      action: { name: "cta_url"; parameters: { display_text: string; url: string } };
    }
  | { card_index: number; type: "product"; action: { product_retailer_id: string; catalog_id: string } };

export interface CarouselAction {
  /** 2 to 10. */
  cards: readonly CarouselCard[];
}
