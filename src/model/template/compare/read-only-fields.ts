/**
 * JsonObject that only WhatsApp writes (whatsapp-api.md §1.3, §3). One of them tells that a template was read, not declared; none
 * is part of what is compared.
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
  "source",
  "health_status",
  "is_sms_fallback_enabled",
]);

/** The name the resource goes by, what WhatsApp decides itself, and what has had no effect since 2025-04-09. */
export const UNCOMPARED_FIELDS: ReadonlySet<string> = new Set([
  ...READ_ONLY_FIELDS,
  "name",
  "language",
  "category",
  "allow_category_change",
]);
