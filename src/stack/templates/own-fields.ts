import { z } from "zod";
import { PARAMETER_FORMATS, SUB_CATEGORIES, TTL_SECONDS } from "../../model/template/index.ts";
import { id, type Shown, shown, text } from "../shape/schema.ts";

/** `authentication 30 to 900, …` */
function deliverySeconds(): string {
  const ranges = Object.entries(TTL_SECONDS);
  return ranges.map(([category, { min, max }]) => `${category.toLowerCase()} ${min} to ${max}`).join(", ");
}

function passed(description: Shown) {
  return shown(z.unknown(), description).optional();
}

/**
 * Fields of WhatsApp's create call without a short form: they keep WhatsApp's name and are sent unchanged.
 * Source: Meta, Message Template API reference; the last five from its SDK for v26.
 */
export const ownFields = {
  parameter_format: text({
    description: `How variables are named: ${PARAMETER_FORMATS.join(" or ")}. The short form sets it automatically.`,
    example: "NAMED",
  }).optional(),
  sub_category: text({
    description: `Subcategory: ${SUB_CATEGORIES.join(", ")}.`,
    example: "ORDER_STATUS",
    enum: SUB_CATEGORIES,
  }).optional(),
  message_send_ttl_seconds: shown(z.union([z.int(), z.string()]), {
    description: `Seconds for which WhatsApp tries to deliver: ${deliverySeconds()}.`,
    example: 86400,
  }).optional(),
  allow_category_change: passed({
    description: "Accepted by WhatsApp, but without effect since 2025-04-09.",
    example: true,
  }),
  cta_url_link_tracking_opted_out: passed({
    description: "Disables WhatsApp's tracking of button links.",
    example: true,
  }),
  display_format: passed({ description: "ORDER_DETAILS for order details templates.", example: "ORDER_DETAILS" }),
  is_primary_device_delivery_only: passed({
    description: "Delivers to the recipient's primary device only.",
    example: true,
  }),
  send_type: passed({ description: "Marketing Messages API: campaign, direct or trigger.", example: "campaign" }),
  bid_spec: passed({ description: "Marketing Messages API: the bid.", example: { bid_amount: 100 } }),
  degrees_of_freedom_spec: passed({
    description: "Marketing Messages API: which parts WhatsApp may vary.",
    example: { creative_features_spec: {} },
  }),
  creative_sourcing_spec: passed({ description: "Marketing Messages API: the source of creatives.", example: {} }),
  library_template_name: text({
    description: "Creates the template from WhatsApp's library, without body or components.",
    example: "delivery_update_1",
  }).optional(),
  library_template_button_inputs: passed({
    description: "Values of the library template's buttons.",
    example: [{ type: "PHONE_NUMBER", phone_number: "+15550051310" }],
  }),
  library_template_body_inputs: passed({
    description: "Values of the library template's body.",
    example: { add_contact_number: true },
  }),
  library_template_body_param_inputs: passed({
    description: "Samples of the variables in the library template's body.",
    example: [{ type: "text", text: "Ana" }],
  }),
  routing_entrypoint: passed({ description: "Where replies to the template are routed.", example: "DEFAULT" }),
  optimization_spec: passed({ description: "Marketing Messages API: the optimization goal of delivery.", example: {} }),
  product_set_id: id({
    description: "Id of a product set in the catalog, in quotes.",
    example: "1234567890",
  }).optional(),
  source_template_id: id({
    description: "Id of the template that this one was created from, in quotes.",
    example: "1627019861106475",
  }).optional(),
};

/** The format of WhatsApp's field names. A single word is more often a misspelt key than a new field. */
const FIELD_NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/;

export function isFieldName(key: string): boolean {
  return FIELD_NAME.test(key);
}

/** For editors: fields that are newer than this version are valid. */
export const FOREIGN_FIELDS = { patternProperties: { [FIELD_NAME.source]: {} } };

export const OWN_FIELDS: readonly string[] = Object.keys(ownFields);
