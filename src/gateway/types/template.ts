/** A component as WhatsApp sends it; unknown fields are kept. */
export interface WireComponent {
  type: string;
  [field: string]: unknown;
}

/**
 * A message template as `GET /{waba}/message_templates` lists it. `id`, `name`, `language`, `status` and `category` are always
 * asked for; the rest is there when it was asked for and is set. Integers above 2^53 are strings, so that no digit is lost.
 */
export interface WireTemplate {
  /** Decimal digits. */
  id: string;
  name: string;
  language: string;
  /** PENDING, APPROVED, REJECTED, PAUSED, DISABLED, IN_APPEAL, PENDING_DELETION, LIMIT_EXCEEDED, ARCHIVED …; UNKNOWN when WhatsApp left it out. */
  status: string;
  /** As WhatsApp judged it, which may differ from the request; UNKNOWN when WhatsApp left it out. */
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
  /** `AUTO_GENERATED` for one that WhatsApp made itself: {@link isGenerated}. */
  source?: string;
  [field: string]: unknown;
}

/** The body of a create call: {@link WireTemplate}'s content fields, plus any that WhatsApp adds later. */
export interface TemplateCreateBody {
  name: string;
  language: string;
  category: string;
  components?: readonly object[];
  [field: string]: unknown;
}

export interface CreatedTemplate {
  id: string;
  /** PENDING mostly; APPROVED or REJECTED at once is possible. */
  status: string;
  /** May differ from the request. */
  category: string;
}

/** What an edit may carry. `components` replaces all components. Name and language cannot change. */
export interface TemplateEditBody {
  category?: string;
  components?: readonly object[];
  message_send_ttl_seconds?: number | string;
  [field: string]: unknown;
}

export interface TemplateSummary {
  total_count?: number;
  message_template_count?: number;
  message_template_limit?: number;
  are_translations_complete?: boolean;
  [field: string]: unknown;
}

/** One element of a list that is no template: it lacks an identity. What it has of one, and why it cannot be read. */
export interface UnreadableTemplate {
  /** Its place in the page, from 0. */
  index: number;
  id?: string;
  name?: string;
  language?: string;
  /** `data[3] has no "language"` */
  reason: string;
}

export interface TemplatePage {
  templates: WireTemplate[];
  /** Left out of `templates`: while there are any, what the account lacks is unknown. Empty normally. */
  unreadable: UnreadableTemplate[];
  /** Hand it to the next call as `after`; undefined on the last page. */
  nextCursor: string | undefined;
  /** Only when asked for. */
  summary?: TemplateSummary;
}

/** One element of `GET /{waba}/message_template_previews`: the texts of authentication templates in one language. */
export interface AuthenticationPreview {
  language: string;
  body?: string;
  footer?: string;
  buttons?: { text?: string; autofill_text?: string }[];
  [field: string]: unknown;
}
