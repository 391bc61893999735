/** Components that take parameters. Source: Meta, sending templates and the guides of the single kinds. */
export const PARAMETER_COMPONENTS: readonly string[] = [
  "header",
  "body",
  "button",
  "carousel",
  "limited_time_offer",
  "tap_target_configuration",
];

/** `sub_type` of a button's parameters, as WhatsApp lists them in its own error; taken in any letter case. */
export const BUTTON_SUB_TYPES: readonly string[] = [
  "BOOKING_CONFIRMATION",
  "CATALOG",
  "COPY_CODE",
  "FLOW",
  "MPM",
  "ORDER_DETAILS",
  "QUICK_REPLY",
  "REMINDER",
  "URL",
  "VOICE_CALL",
];

/** Types of parameters. */
export const PARAMETER_TYPES: readonly string[] = [
  "text",
  "currency",
  "date_time",
  "image",
  "video",
  "document",
  "location",
  "payload",
  "coupon_code",
  "action",
  "product",
  "limited_time_offer",
  "tap_target_configuration",
  "ttl_minutes",
];
