import { graphTime, PERIODS } from "../clock.ts";
import { type NodeShape, project } from "../graph/fields.ts";
import { graphId } from "../ids.ts";
import { compact, isObject, type Json, type JsonObject } from "../json.ts";
import { sampleUrl } from "../media/cdn-url.ts";
import type { TemplateRecord } from "../store/state.ts";
import { PASSED_ON } from "./envelope.ts";

/** The fields of a read without `fields`, in the order of real bodies. */
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
] as const;

/** Fields that only a read with `fields` shows. */
const ON_REQUEST = [
  ...PASSED_ON,
  "rejected_reason",
  "rejection_info",
  "quality_score",
  "correct_category",
  "creative_sourcing_spec",
  "degrees_of_freedom_spec",
  "last_updated_time",
  "source",
  "health_status",
  "is_sms_fallback_enabled",
];

export const TEMPLATE_NODE: NodeShape = {
  type: "WhatsAppMessageTemplate",
  defaults: DEFAULTS,
  known: [...DEFAULTS, ...ON_REQUEST],
};

/** The content of a template, in the form in which it is read back. */
export interface RecordContent {
  name: string;
  language: string;
  category: string;
  previousCategory?: string | undefined;
  parameterFormat: string;
  sendTtl?: number | undefined;
  subCategory?: string | undefined;
  libraryName?: string | undefined;
  components: JsonObject[];
}

/** The default fields of a template that have a value. */
export function shownFields(id: string, status: string, content: RecordContent): JsonObject {
  const fields: Record<(typeof DEFAULTS)[number], Json | undefined> = {
    name: content.name,
    previous_category: content.previousCategory,
    message_send_ttl_seconds: content.sendTtl,
    parameter_format: content.parameterFormat,
    components: content.components,
    language: content.language,
    status,
    category: content.category,
    sub_category: content.subCategory,
    library_template_name: content.libraryName,
    id,
  };
  return compact(fields);
}

export function newRecord(content: RecordContent, status: string, passedOn: JsonObject, now: number): TemplateRecord {
  const id = graphId();
  const quality = { score: "UNKNOWN", date: Math.floor(now / PERIODS.SECOND) };
  return {
    id,
    shown: shownFields(id, status, content),
    asked: { rejected_reason: "NONE", quality_score: quality, ...passedOn },
    edits: [],
    created: now,
    updated: now,
  };
}

/** Replaces media handles by URLs. A seed may hold URLs already: they are not changed. */
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

/** A template as a read shows it: the named fields, or everything that is shown without `fields`. */
export function templateFields(
  template: TemplateRecord,
  names: readonly string[] | undefined,
  now: number,
): JsonObject {
  const { shown, asked, updated } = template;
  const node = { last_updated_time: graphTime(updated), ...asked, ...shown };
  const chosen = names === undefined ? shown : project(node, names, TEMPLATE_NODE);
  const components = chosen.components === undefined ? {} : { components: withUrls(chosen.components, now) };
  return { ...chosen, ...components };
}
