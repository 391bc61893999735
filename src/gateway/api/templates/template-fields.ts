/** What {@link WireTemplate} promises; always asked for. */
const IDENTITY_FIELDS = ["id", "name", "language", "status", "category"] as const;

/** What is asked for unless the caller names fields. Order and spelling as in Meta's reference of the template node. */
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

export function fieldsQuery(fields: readonly string[] | undefined): string {
  return [...new Set([...IDENTITY_FIELDS, ...(fields ?? TEMPLATE_FIELDS)])].join(",");
}
