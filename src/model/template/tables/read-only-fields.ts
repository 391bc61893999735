/**
 * Fields of a listed template that only WhatsApp writes. One of them shows that a template was read, not declared; none is
 * compared, and none belongs in a body of the create call. Source: Meta, fields of a message template.
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
  /** `AUTO_GENERATED`: WhatsApp made the template itself, and neither edits nor deletes it for anybody. */
  "source",
  "health_status",
  "is_sms_fallback_enabled",
]);
