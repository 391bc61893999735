/** Types of components that a template message can carry. */
export const COMPONENT_PARTS: readonly string[] = [
  "BODY",
  "BUTTON",
  "CALL_PERMISSION_REQUEST",
  "CAROUSEL",
  "FOOTER",
  "HEADER",
  "LIMITED_TIME_OFFER",
  "ORDER_STATUS",
  "TAP_TARGET_CONFIGURATION",
];

/** Types of parameters of a template message. Source: template messages reference. */
export const SENT_PARAMETER_TYPES: readonly string[] = [
  "ACTION",
  "COUPON_CODE",
  "CURRENCY",
  "DATE_TIME",
  "DOCUMENT",
  "GIF",
  "IMAGE",
  "LIMITED_TIME_OFFER",
  "LOCATION",
  "ORDER_STATUS",
  "PAYLOAD",
  "PRODUCT",
  "TAP_TARGET_CONFIGURATION",
  "TEXT",
  "TTL_MINUTES",
  "VIDEO",
];
