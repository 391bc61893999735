import { z } from "zod";
import { CATEGORIES, LANGUAGES, PARAMETER_FORMATS, SUB_CATEGORIES } from "../../tables/index.ts";
import { flag, oneOf, text, whole } from "./field-shapes.ts";

const textOrJson = z.union([text, z.array(z.unknown()), z.looseObject({})], { error: "JSON, or JSON in a text" });

/** The fields of a template beside its components. Unknown fields are let through. */
export const templateShape = z.looseObject({
  name: text
    .optional()
    .meta({ description: "Lower case letters, digits and _, up to 512", examples: ["order_shipped"] }),
  language: oneOf(Object.keys(LANGUAGES), "A template language code").optional(),
  category: oneOf(CATEGORIES, "What the template is for").optional(),
  components: z.array(z.looseObject({}, { error: "a component" }), { error: "a list of components" }).optional(),
  parameter_format: oneOf(PARAMETER_FORMATS, "POSITIONAL ({{1}}) when it is left out").optional(),
  sub_category: oneOf(SUB_CATEGORIES, "A finer category").optional(),
  allow_category_change: flag.optional().meta({ description: "Without effect since 2025-04-09" }),
  message_send_ttl_seconds: whole.optional().meta({
    description: "AUTHENTICATION 30 to 900, UTILITY 30 to 43200, MARKETING 43200 to 2592000; -1 is 30 days",
  }),
  cta_url_link_tracking_opted_out: flag.optional(),
  display_format: oneOf(["ORDER_DETAILS"], "Shows order details").optional(),
  is_primary_device_delivery_only: flag.optional(),
  send_type: text.optional(),
  bid_spec: z.unknown().optional(),
  degrees_of_freedom_spec: z.unknown().optional(),
  creative_sourcing_spec: z.unknown().optional(),
  library_template_name: text.optional().meta({ description: "A template of WhatsApp's library; then no components" }),
  library_template_button_inputs: textOrJson.optional(),
  library_template_body_inputs: textOrJson.optional(),
  // Create fields of v26, named in Meta's own SDK; their values are not documented.
  library_template_body_param_inputs: z.unknown().optional(),
  optimization_spec: z.unknown().optional(),
  product_set_id: z.unknown().optional(),
  routing_entrypoint: z.unknown().optional(),
  source_template_id: z.unknown().optional(),
});
