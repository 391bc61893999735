import { z } from "zod";
import { error, type Issue, warning } from "../../issue.ts";
import { field, quote } from "../../text/index.ts";
import { flag, text, whole } from "../field-shapes.ts";
import type { Field } from "../kinds.ts";
import { type TemplateView, upper } from "../view.ts";
import { categoryIssues } from "./category.ts";
import { lintLanguage } from "./language.ts";
import { libraryIssues } from "./library.ts";
import { lintTemplateName } from "./name.ts";
import { ttlIssues } from "./time-to-live.ts";

const anything = z.unknown();
const textOrJson = z.union([text, z.array(z.unknown()), z.looseObject({})], { error: "JSON, or JSON in a text" });

/** The documented fields of a template. */
export const TEMPLATE_FIELDS: Readonly<Record<string, Pick<Field, "shape" | "spelling">>> = {
  name: { shape: text },
  language: { shape: text },
  category: { shape: text, spelling: "enum" },
  components: { shape: z.array(z.looseObject({}, { error: "a component" }), { error: "a list of components" }) },
  parameter_format: { shape: text, spelling: "enum" },
  sub_category: { shape: text, spelling: "enum" },
  allow_category_change: { shape: flag, spelling: "boolean" },
  message_send_ttl_seconds: { shape: whole, spelling: "number" },
  cta_url_link_tracking_opted_out: { shape: flag, spelling: "boolean" },
  display_format: { shape: text, spelling: "enum" },
  is_primary_device_delivery_only: { shape: flag, spelling: "boolean" },
  send_type: { shape: text },
  bid_spec: { shape: anything },
  degrees_of_freedom_spec: { shape: anything },
  creative_sourcing_spec: { shape: anything },
  library_template_name: { shape: text },
  library_template_button_inputs: { shape: textOrJson, spelling: "json" },
  library_template_body_inputs: { shape: textOrJson, spelling: "json" },
  // Create fields of v26, named in Meta's own SDK; their values are not documented.
  library_template_body_param_inputs: { shape: anything },
  optimization_spec: { shape: anything },
  product_set_id: { shape: anything },
  routing_entrypoint: { shape: anything },
  source_template_id: { shape: anything },
};

/**
 * Fields of a listed template that only WhatsApp writes. A body with one of them was read, not declared; they are not
 * compared, and do not belong in a body of the create call. Source: Meta, fields of a message template.
 */
export const READ_ONLY_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "status",
  "quality_score",
  "rejected_reason",
  "rejection_info",
  "previous_category",
  "correct_category",
  "last_updated_time",
  "created_time",
  /** `AUTO_GENERATED`: created by WhatsApp itself; it cannot be edited or deleted. */
  "source",
  "health_status",
  "is_sms_fallback_enabled",
]);

/** The rules of the fields other than the components. */
export function* fieldIssues(view: TemplateView): Iterable<Issue> {
  yield* withoutTypeIssues(lintTemplateName(field(view.body, "name")));
  yield* languageIssues(view);
  yield* categoryIssues(view);
  yield* ttlIssues(view);
  yield* settingIssues(view);
  yield* libraryIssues(view);
}

/** The shape reports wrong types already. */
function withoutTypeIssues(issues: Issue[]) {
  return issues.filter(({ code }) => code !== "wrong-type");
}

function* languageIssues({ body }: TemplateView): Iterable<Issue> {
  if (field(body, "language") === undefined && field(body, "languages") !== undefined)
    yield error({
      code: "language-missing",
      path: "/languages",
      message: "the template has languages, which is for upsert_message_templates; create accepts one language",
      hint: "Write one body with a language for each of them.",
    });
  else yield* withoutTypeIssues(lintLanguage(field(body, "language")));
}

const DISPLAY_FORMAT = "ORDER_DETAILS";

/** Fields that are accepted but have no effect, or an undocumented one. */
function* settingIssues({ body }: TemplateView): Iterable<Issue> {
  const display = field(body, "display_format");
  if (field(body, "allow_category_change") !== undefined)
    yield warning({
      code: "allow-category-change-ignored",
      path: "/allow_category_change",
      message: "allow_category_change has no effect since 2025-04-09: WhatsApp may always change the category",
      hint: "Remove it.",
    });
  if (typeof display === "string" && upper(display) !== DISPLAY_FORMAT)
    yield warning({
      code: "display-format-unknown",
      path: "/display_format",
      message: `display_format ${quote(display)} is not documented`,
      hint: `The documented value is ${DISPLAY_FORMAT}.`,
    });
}
