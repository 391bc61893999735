import type { MessageEnvelope } from "./envelope.ts";
import type { CarouselAction, FlowAction, ListAction, ReplyButton } from "./interactive-actions.ts";
import type { DocumentMedia, MediaReference } from "./media.ts";
import type { AddressParameters, OrderDetails, OrderStatus } from "./orders.ts";

export type InteractiveHeader =
  | { type: "text"; text: string }
  | { type: "image"; image: MediaReference }
  | { type: "video"; video: MediaReference }
  | { type: "document"; document: DocumentMedia };

interface Texts {
  /** A text has up to 60 characters. */
  header?: InteractiveHeader;
  /** Up to 1024 characters; 4096 in a list. */
  body: { text: string };
  /** Up to 60 characters. */
  footer?: { text: string };
}

type WithoutBody = Omit<Texts, "body"> & Partial<Pick<Texts, "body">>;

/** What stands below the texts, by kind. */
export type Interactive =
  | (Texts & { type: "button"; action: { buttons: readonly ReplyButton[] } })
  | (Texts & { type: "list"; action: ListAction })
  | (Texts & {
      type: "cta_url";
      action: { name: "cta_url"; parameters: { display_text: string; url: string } };
    })
  | (Texts & { type: "flow"; action: FlowAction })
  | (Texts & { type: "location_request_message"; action: { name: "send_location" } })
  | (Texts & { type: "address_message"; action: { name: "address_message"; parameters: AddressParameters } })
  | (WithoutBody & { type: "product"; action: { catalog_id: string; product_retailer_id: string } })
  | (Texts & {
      type: "product_list";
      action: {
        catalog_id: string;
        sections: readonly { title?: string; product_items: readonly { product_retailer_id: string }[] }[];
      };
    })
  | (Texts & {
      type: "catalog_message";
      action: { name: "catalog_message"; parameters?: { thumbnail_product_retailer_id: string } };
    })
  | (Texts & { type: "carousel"; action: CarouselAction })
  | (Texts & { type: "order_details"; action: { name: "review_and_pay"; parameters: OrderDetails } })
  | (Texts & { type: "order_status"; action: { name: "review_order"; parameters: OrderStatus } })
  | (WithoutBody & { type: "call_permission_request"; action: { name: "call_permission_request" } })
  | (Texts & {
      type: "voice_call";
      action: { name: "voice_call"; parameters?: { display_text?: string; ttl_minutes?: number; payload?: string } };
    });

export interface InteractiveMessage<Kind extends Interactive["type"] = Interactive["type"]> extends MessageEnvelope {
  type: "interactive";
  interactive: Extract<Interactive, { type: Kind }>;
}
