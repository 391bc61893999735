import { isJsonObject, listAt, objectAt, ShapeError, textAt } from "../../http/json.ts";
import { nextCursorOf } from "../paging.ts";

/** A component as WhatsApp returns it; unknown fields are kept. */
export interface WireComponent {
  type: string;
  [field: string]: unknown;
}

/**
 * A message template as `GET /{waba}/message_templates` lists it. `id`, `name`, `language`, `status` and `category` are always
 * requested; other fields are present if they were requested and are set. Integers above 2^53 are strings, to keep all digits.
 */
export interface WireTemplate {
  /** Decimal digits. */
  id: string;
  name: string;
  language: string;
  /** PENDING, APPROVED, REJECTED, PAUSED, DISABLED, IN_APPEAL, PENDING_DELETION, LIMIT_EXCEEDED, ARCHIVED …; UNKNOWN if absent. */
  status: string;
  /** WhatsApp's own decision, which may differ from the request; UNKNOWN if absent. */
  category: string;
  components?: WireComponent[];
  parameter_format?: string;
  sub_category?: string;
  previous_category?: string;
  /** Announced for a later date. */
  correct_category?: string;
  rejected_reason?: string;
  rejection_info?: Record<string, unknown>;
  quality_score?: { score?: string; date?: number; reasons?: unknown };
  message_send_ttl_seconds?: number | string;
  library_template_name?: string;
  last_updated_time?: string;
  cta_url_link_tracking_opted_out?: boolean;
  /** `AUTO_GENERATED` for a template that WhatsApp generated: {@link isGenerated}. */
  source?: string;
  [field: string]: unknown;
}

/** The fields that identify a {@link WireTemplate}; always requested. */
const IDENTITY_FIELDS = ["id", "name", "language", "status", "category"] as const;

/** The default fields. Order and spelling as in Meta's reference of the template node. */
const TEMPLATE_FIELDS = [
  ...IDENTITY_FIELDS,
  "components",
  "parameter_format",
  "sub_category",
  "previous_category",
  "correct_category",
  "message_send_ttl_seconds",
  "library_template_name",
  "rejected_reason",
  "quality_score",
  "last_updated_time",
  "cta_url_link_tracking_opted_out",
  "source",
] as const;

/** The `fields` parameter for these fields, or for the default ones. */
export function fieldsQuery(fields: readonly string[] = TEMPLATE_FIELDS): string {
  return [...new Set([...IDENTITY_FIELDS, ...fields])].join(",");
}

/**
 * Whether WhatsApp generated the template, from messages sent without one (Direct Send). It is listed among the others, under
 * its own name or one that the business chose, and can be neither edited (2388318) nor deleted (2388330). Source: Meta's pages
 * on Direct Send, July 2026.
 */
export function isGenerated({ source }: Pick<WireTemplate, "source">): boolean {
  return source === "AUTO_GENERATED";
}

/** An element of a list that lacks part of a template's identity: the fields that it has, and the reason. */
export interface UnreadableTemplate {
  /** Index in the page. */
  index: number;
  id?: string;
  name?: string;
  language?: string;
  /** `data[3] has no "language"` */
  reason: string;
}

export interface TemplateSummary {
  total_count?: number;
  message_template_count?: number;
  message_template_limit?: number;
  are_translations_complete?: boolean;
  [field: string]: unknown;
}

export interface TemplatePage {
  templates: WireTemplate[];
  /** Not part of `templates`. While there are any, the account's list is incomplete. Normally empty. */
  unreadable: UnreadableTemplate[];
  /** The `after` of the next call; undefined on the last page. */
  nextCursor: string | undefined;
  /** Only if requested. */
  summary?: TemplateSummary;
}

const UNKNOWN = "UNKNOWN";

/** @throws {ShapeError} when it lacks an identity */
export function readWireTemplate(value: unknown, where = "the template"): WireTemplate {
  const template = objectAt(value, where);
  return {
    ...template,
    id: textAt(template, "id", where),
    name: textAt(template, "name", where),
    language: textAt(template, "language", where),
    status: textOr(template.status, UNKNOWN),
    category: textOr(template.category, UNKNOWN),
  };
}

/** One unreadable template must not hide the others. */
export function readTemplatePage(body: unknown): TemplatePage {
  const templates: WireTemplate[] = [];
  const unreadable: UnreadableTemplate[] = [];
  for (const [index, value] of listAt(body, "data").entries()) {
    try {
      templates.push(readWireTemplate(value, `data[${index}]`));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      unreadable.push(unreadableTemplate(index, value, error));
    }
  }
  const { summary } = objectAt(body, "the answer");
  return { templates, unreadable, nextCursor: nextCursorOf(body), ...(isJsonObject(summary) ? { summary } : {}) };
}

function unreadableTemplate(index: number, value: unknown, error: ShapeError): UnreadableTemplate {
  const given = isJsonObject(value) ? value : {};
  const [id, name, language] = [given.id, given.name, given.language].map((each) => textOr(each, undefined));
  return {
    index,
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    reason: error.message.replace(/^where /, ""),
  };
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === "string" && value !== "" ? value : other;
}
