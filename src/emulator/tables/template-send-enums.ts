/** Kinds of template buttons that take parameters, as WhatsApp's own refusal lists them (recorded). */
export const SUB_TYPES: readonly string[] = [
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

/** Types of parameters. Source: template messages reference. */
export const PARAMETER_TYPES: readonly string[] = [
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

/** How the details of an error name a kind of button: "Url", "QuickReply" and "copy_code" are recorded. */
export const BUTTON_LABELS: Readonly<Record<string, string>> = {
  CATALOG: "Catalog",
  COPY_CODE: "copy_code",
  FLOW: "Flow",
  MPM: "Mpm",
  ORDER_DETAILS: "OrderDetails",
  OTP: "Url",
  PHONE_NUMBER: "PhoneNumber",
  QUICK_REPLY: "QuickReply",
  SPM: "Spm",
  URL: "Url",
  VOICE_CALL: "VoiceCall",
};
