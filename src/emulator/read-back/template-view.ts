import { graphTime } from "../clock.ts";
import { type NodeShape, project } from "../graph/fields.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { TemplateRecord } from "../store/state.ts";
import { sampleUrl } from "./media-url.ts";

const DEFAULTS = [
  "name",
  "previous_category",
  "message_send_ttl_seconds",
  "parameter_format",
  "components",
  "language",
  "status",
  "category",
  "sub_category",
  "library_template_name",
  "id",
];

const ON_REQUEST = [
  "rejected_reason",
  "rejection_info",
  "quality_score",
  "correct_category",
  "creative_sourcing_spec",
  "degrees_of_freedom_spec",
  "last_updated_time",
  "cta_url_link_tracking_opted_out",
  "source",
  "health_status",
  "is_sms_fallback_enabled",
  "display_format",
  "is_primary_device_delivery_only",
  "send_type",
  "bid_spec",
];

export const TEMPLATE_SHAPE: NodeShape = {
  type: "WhatsAppMessageTemplate",
  defaults: DEFAULTS,
  known: [...DEFAULTS, ...ON_REQUEST],
};

/** Only handles become URLs; whatever a seed holds stays as it is. */
function withUrls(value: Json, now: number): Json {
  if (Array.isArray(value)) return value.map((entry) => withUrls(entry, now));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key !== "header_handle" || !Array.isArray(entry)) return [key, withUrls(entry, now)];
      return [
        key,
        entry.map((handle) => (typeof handle === "string" && /^\d+:/.test(handle) ? sampleUrl(handle, now) : handle)),
      ];
    }),
  );
}

/** A template as a read shows it: the default fields (all of a seed's), or the named ones. */
export function templateView(template: TemplateRecord, names: readonly string[] | undefined, now: number): JsonObject {
  const { shown, asked, updated } = template;
  const node = { last_updated_time: graphTime(updated), ...asked, ...shown };
  const chosen = names === undefined ? shown : project(node, names, TEMPLATE_SHAPE);
  const components = chosen.components === undefined ? {} : { components: withUrls(chosen.components, now) };
  return { ...chosen, ...components };
}
