import { z } from "zod";
import { PARAMETER_FORMATS, SUB_CATEGORIES } from "../../model/template/index.ts";
import { id, type Shown, shown, text } from "./scalars.ts";

function passed(description: Shown) {
  return shown(z.unknown(), description).optional();
}

/**
 * Fields of WhatsApp's create call that have no short form: they keep WhatsApp's name and travel as they are.
 * Source: Meta, Message Template API reference; the last five from its SDK for v26.
 */
export const ownFields = {
  parameter_format: text({
    description: `How variables are named: ${PARAMETER_FORMATS.join(" or ")}. The short form sets it by itself.`,
    example: "NAMED",
  }).optional(),
  sub_category: text({
    description: `Finer category: ${SUB_CATEGORIES.join(", ")}.`,
    example: "ORDER_STATUS",
    enum: SUB_CATEGORIES,
  }).optional(),
  message_send_ttl_seconds: shown(z.union([z.int(), z.string()]), {
    description:
      "Seconds for which WhatsApp tries to deliver: authentication 30 to 900, utility 30 to 43200, marketing 43200 to 2592000.",
    example: 86400,
  }).optional(),
  allow_category_change: passed({
    description: "Accepted by WhatsApp, without effect since 2025-04-09.",
    example: true,
  }),
  cta_url_link_tracking_opted_out: passed({
    description: "Turns WhatsApp's tracking of button links off.",
    example: true,
  }),
  display_format: passed({ description: "ORDER_DETAILS for templates of that kind.", example: "ORDER_DETAILS" }),
  is_primary_device_delivery_only: passed({
    description: "Delivers to the recipient's main phone only.",
    example: true,
  }),
  send_type: passed({ description: "Marketing Messages API: campaign, direct or trigger.", example: "campaign" }),
  bid_spec: passed({ description: "Marketing Messages API: the bid.", example: { bid_amount: 100 } }),
  degrees_of_freedom_spec: passed({
    description: "Marketing Messages API: what WhatsApp may vary.",
    example: { creative_features_spec: {} },
  }),
  creative_sourcing_spec: passed({ description: "Marketing Messages API: where creatives come from.", example: {} }),
  library_template_name: text({
    description: "Makes the template from WhatsApp's library: then without body or components.",
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
  routing_entrypoint: passed({ description: "Where answers to the template are routed to.", example: "DEFAULT" }),
  optimization_spec: passed({ description: "Marketing Messages API: what delivery is optimized for.", example: {} }),
  product_set_id: id({
    description: "Id of a product set of the catalog, in quotes.",
    example: "1234567890",
  }).optional(),
  source_template_id: id({
    description: "Id of the template that this one was made from, in quotes.",
    example: "1627019861106475",
  }).optional(),
};

/** How WhatsApp spells its fields. A word without a `_` is more often a slip of ours than a field of theirs. */
const FIELD_NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/;

export function isFieldName(key: string): boolean {
  return FIELD_NAME.test(key);
}

/** For editors: a field that is newer than this version passes. */
export const FOREIGN_FIELDS = { patternProperties: { [FIELD_NAME.source]: {} } };

export const OWN_FIELDS: readonly string[] = Object.keys(ownFields);
