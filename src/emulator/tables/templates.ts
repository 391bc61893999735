/** Limits of a template's parts, in characters unless the name says otherwise. Source: template components documentation. */
export const LIMITS = {
  name: 512,
  header: 60,
  body: 1024,
  limitedTimeOfferBody: 600,
  cardBody: 160,
  cardBodyLineBreaks: 2,
  footer: 60,
  buttonText: 25,
  buttonUrl: 2000,
  phoneNumber: 20,
  copyCode: 20,
  offerText: 16,
  bodyEmojis: 10,
  bodyNewlinesInARow: 2,
  headerVariables: 1,
  buttons: 10,
  cards: { min: 2, max: 10 },
  cardButtons: 2,
  supportedApps: 5,
  packageName: 224,
  codeExpirationMinutes: { min: 1, max: 90 },
  templates: 6000,
  templatesUnverified: 250,
  editsPerDay: 1,
  editsPerMonth: 10,
  idsPerCall: { min: 1, max: 100 },
} as const;

interface SendTtl {
  min: number;
  max: number;
  /** Whether -1, which means 30 days, is allowed. */
  thirtyDays: boolean;
  /** The value of a template that is created without one. */
  default?: number;
}

/** Seconds during which WhatsApp retries delivery, by category. Source: time-to-live documentation. */
export const SEND_TTL: Readonly<Record<string, SendTtl>> = {
  AUTHENTICATION: { min: 30, max: 900, thirtyDays: true, default: 600 },
  UTILITY: { min: 30, max: 43_200, thirtyDays: true },
  MARKETING: { min: 43_200, max: 2_592_000, thirtyDays: false },
};

// Values of the template API, as its own error messages and documentation list them.

export const CATEGORIES = ["AUTHENTICATION", "MARKETING", "UTILITY"] as const;

export const PARAMETER_FORMATS = ["NAMED", "POSITIONAL"] as const;

export type ParameterFormat = (typeof PARAMETER_FORMATS)[number];

/** Subcategories that a request may name; reads also show CUSTOM and FORM. */
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

export const QUALITY_SCORES = ["GREEN", "RED", "UNKNOWN", "YELLOW"] as const;

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

/** Names of built-in samples, refused with 2388155. Other names that start with `sample_` are allowed. */
export const SAMPLE_NAMES: readonly string[] = [
  "hello_world",
  "sample_flight_confirmation",
  "sample_happy_hour_announcement",
  "sample_issue_resolution",
  "sample_movie_ticket_confirmation",
  "sample_purchase_feedback",
  "sample_shipping_confirmation",
];
