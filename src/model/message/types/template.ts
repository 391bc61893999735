import type { MessageEnvelope } from "./envelope.ts";
import type { DocumentMedia, MediaReference } from "./media.ts";
import type { Location } from "./plain.ts";

/** What fills a variable. `parameter_name` where the template's variables have names. */
export type TemplateParameter =
  | { type: "text"; text: string; parameter_name?: string }
  | {
      type: "currency";
      currency: { fallback_value: string; code: string; amount_1000: number };
      parameter_name?: string;
    }
  | { type: "date_time"; date_time: { fallback_value: string }; parameter_name?: string }
  | { type: "image"; image: MediaReference }
  | { type: "video"; video: MediaReference }
  | { type: "document"; document: DocumentMedia }
  | { type: "location"; location: Location }
  | { type: "product"; product: { product_retailer_id: string; catalog_id: string } }
  | { type: "payload"; payload: string }
  | { type: "coupon_code"; coupon_code: string }
  | { type: "limited_time_offer"; limited_time_offer: { expiration_time_ms: number } }
  | { type: "tap_target_configuration"; tap_target_configuration: readonly { url: string; title: string }[] }
  | { type: "ttl_minutes"; ttl_minutes: number }
  | { type: "action"; action: Readonly<Record<string, unknown>> };

export interface ButtonParameters {
  type: "button";
  /** `quick_reply`, `url`, `copy_code`, `catalog`, `mpm`, `flow`, `order_details`, `voice_call` …, in any letter case. */
  sub_type: string;
  /** The button's place among all buttons of the template, from 0. */
  index?: number | string;
  parameters?: readonly TemplateParameter[];
}

export interface CardParameters {
  /** The card's place, from 0. */
  card_index: number;
  components: readonly TemplateComponentParameters[];
}

/** The parameters of one component of a template. */
export type TemplateComponentParameters =
  | { type: "header"; parameters: readonly TemplateParameter[] }
  | { type: "body"; parameters: readonly TemplateParameter[] }
  | { type: "limited_time_offer"; parameters: readonly TemplateParameter[] }
  | { type: "tap_target_configuration"; parameters: readonly TemplateParameter[] }
  | { type: "carousel"; cards: readonly CardParameters[] }
  | ButtonParameters;

export interface TemplateMessage extends MessageEnvelope {
  type: "template";
  template: {
    name: string;
    language: {
      /** As the template was created: `en_US`, `pt_BR`. */
      code: string;
      policy?: "deterministic";
    };
    /** Left out when the template has no variables. */
    components?: readonly TemplateComponentParameters[];
  };
}
