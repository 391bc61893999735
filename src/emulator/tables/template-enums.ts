/** Values of the template API, as its own error messages and documentation list them. */

export const CATEGORIES = ["AUTHENTICATION", "MARKETING", "UTILITY"] as const;

export const PARAMETER_FORMATS = ["NAMED", "POSITIONAL"] as const;

/** What may be sent; reads also show CUSTOM and FORM. */
export const SUB_CATEGORIES = [
  "BOOKING_STATUS",
  "CALL_PERMISSIONS_REQUEST",
  "FLIGHT_DELAY_AND_GATE_CHANGE_ALERT",
  "FRAUD_ALERT",
  "ORDER_DETAILS",
  "ORDER_STATUS",
  "RICH_ORDER_STATUS",
] as const;

export const STATUSES = [
  "APPROVED",
  "ARCHIVED",
  "DELETED",
  "DISABLED",
  "IN_APPEAL",
  "LIMIT_EXCEEDED",
  "PAUSED",
  "PENDING",
  "PENDING_DELETION",
  "REJECTED",
] as const;

export const REJECTED_REASONS = [
  "ABUSIVE_CONTENT",
  "CATEGORY_NOT_AVAILABLE",
  "INCORRECT_CATEGORY",
  "INVALID_FORMAT",
  "NONE",
  "PROMOTIONAL",
  "SCAM",
  "TAG_CONTENT_MISMATCH",
] as const;

export const HEADER_FORMATS = ["DOCUMENT", "GIF", "IMAGE", "LOCATION", "PRODUCT", "TEXT", "VIDEO"] as const;

export const MEDIA_FORMATS: readonly string[] = ["DOCUMENT", "GIF", "IMAGE", "VIDEO"];

export const OTP_TYPES = ["COPY_CODE", "ONE_TAP", "ZERO_TAP"] as const;

export const FLOW_ACTIONS = ["DATA_EXCHANGE", "NAVIGATE"] as const;

/** Names of built-in samples: refused with 2388155. Other names that start with `sample_` are in use. */
export const SAMPLE_NAMES: readonly string[] = [
  "hello_world",
  "sample_flight_confirmation",
  "sample_happy_hour_announcement",
  "sample_issue_resolution",
  "sample_movie_ticket_confirmation",
  "sample_purchase_feedback",
  "sample_shipping_confirmation",
];

/** Order in which a read lists the components. */
export const COMPONENT_TYPES = [
  "HEADER",
  "BODY",
  "LIMITED_TIME_OFFER",
  "CAROUSEL",
  "FOOTER",
  "BUTTONS",
  "CALL_PERMISSION_REQUEST",
] as const;
