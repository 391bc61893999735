import type { ParameterFormat, TemplateCategory } from "../types.ts";

/** What create accepts. Reads also show retired categories. Source: Meta, template categorization. */
export const CATEGORIES: readonly TemplateCategory[] = ["AUTHENTICATION", "MARKETING", "UTILITY"];

export const PARAMETER_FORMATS: readonly ParameterFormat[] = ["POSITIONAL", "NAMED"];

/** Categories of before 2023-04, and what took their place. */
export const RETIRED_CATEGORIES: ReadonlyMap<string, TemplateCategory> = new Map([
  ["TRANSACTIONAL", "UTILITY"],
  ["OTP", "AUTHENTICATION"],
  ["ACCOUNT_UPDATE", "UTILITY"],
  ["ALERT_UPDATE", "UTILITY"],
  ["APPOINTMENT_UPDATE", "UTILITY"],
  ["AUTO_REPLY", "UTILITY"],
  ["ISSUE_RESOLUTION", "UTILITY"],
  ["PAYMENT_UPDATE", "UTILITY"],
  ["PERSONAL_FINANCE_UPDATE", "UTILITY"],
  ["RESERVATION_UPDATE", "UTILITY"],
  ["SHIPPING_UPDATE", "UTILITY"],
  ["TICKET_UPDATE", "UTILITY"],
  ["TRANSPORTATION_UPDATE", "UTILITY"],
]);

/** Source: Meta, Message Template API reference. */
export const SUB_CATEGORIES: readonly string[] = [
  "BOOKING_STATUS",
  "CALL_PERMISSIONS_REQUEST",
  "FLIGHT_DELAY_AND_GATE_CHANGE_ALERT",
  "FRAUD_ALERT",
  "ORDER_DETAILS",
  "ORDER_STATUS",
  "RICH_ORDER_STATUS",
];

/** WhatsApp sets these itself: they are read, never sent (recorded listings). */
export const READ_ONLY_SUB_CATEGORIES: readonly string[] = ["CUSTOM", "FORM"];
