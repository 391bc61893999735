/**
 * How WhatsApp reads a field, whatever the way it is written. Enums come back in upper case; numbers, booleans and ids are
 * taken as strings too (whatsapp-api.md §0, §3).
 */
export type FieldKind = "enum" | "number" | "boolean" | "id" | "phone" | "hash" | "json";

/** JsonObject of the template itself. */
export const TEMPLATE_FIELD_KINDS: ReadonlyMap<string, FieldKind> = new Map([
  ["category", "enum"],
  ["parameter_format", "enum"],
  ["sub_category", "enum"],
  ["display_format", "enum"],
  ["status", "enum"],
  ["message_send_ttl_seconds", "number"],
  ["cta_url_link_tracking_opted_out", "boolean"],
  ["allow_category_change", "boolean"],
  ["is_primary_device_delivery_only", "boolean"],
  ["library_template_button_inputs", "json"],
  ["library_template_body_inputs", "json"],
]);

/** JsonObject of components, cards, buttons and library inputs, at any depth. */
export const COMPONENT_FIELD_KINDS: ReadonlyMap<string, FieldKind> = new Map([
  ["type", "enum"],
  ["format", "enum"],
  ["sub_type", "enum"],
  ["otp_type", "enum"],
  ["flow_action", "enum"],
  ["code_expiration_minutes", "number"],
  ["ttl_minutes", "number"],
  ["add_security_recommendation", "boolean"],
  ["has_expiration", "boolean"],
  ["zero_tap_terms_accepted", "boolean"],
  ["add_contact_number", "boolean"],
  ["add_learn_more_link", "boolean"],
  ["add_track_package_link", "boolean"],
  ["flow_id", "id"],
  ["phone_number", "phone"],
  ["signature_hash", "hash"],
]);

/** JsonObject whose inside is not WhatsApp's template language: samples have their own rules, a flow is a document. */
export const OPAQUE_FIELDS: ReadonlySet<string> = new Set(["example", "flow_json"]);
