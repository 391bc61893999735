import { error, type Issue, missing, unknownValue, warning } from "../../issue.ts";
import { field, listing, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import type { TemplateView } from "../view.ts";

/** Categories that create accepts. Reads also show retired ones. Source: Meta, template categorization. */
export const CATEGORIES = ["AUTHENTICATION", "MARKETING", "UTILITY"] as const;
export type TemplateCategory = (typeof CATEGORIES)[number];

/** The first one is the default. */
export const PARAMETER_FORMATS = ["POSITIONAL", "NAMED"] as const;
export type ParameterFormat = (typeof PARAMETER_FORMATS)[number];

/** Categories used before 2023-04, and those that replaced them. */
const RETIRED_CATEGORIES: ReadonlyMap<string, TemplateCategory> = new Map([
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
export const SUB_CATEGORIES = [
  "BOOKING_STATUS",
  "CALL_PERMISSIONS_REQUEST",
  "FLIGHT_DELAY_AND_GATE_CHANGE_ALERT",
  "FRAUD_ALERT",
  "ORDER_DETAILS",
  "ORDER_STATUS",
  "RICH_ORDER_STATUS",
] as const;
export type TemplateSubCategory = (typeof SUB_CATEGORIES)[number];

/** WhatsApp gives these to templates that declare none, and refuses them on create (recorded listings). */
const READ_ONLY_SUB_CATEGORIES: readonly string[] = ["CUSTOM", "FORM"];

export function isReadOnlySubCategory(value: unknown): boolean {
  return typeof value === "string" && READ_ONLY_SUB_CATEGORIES.includes(value);
}

/** Category, sub-category and parameter format, in any letter case. */
export function* categoryIssues({ body }: TemplateView): Iterable<Issue> {
  const category = field(body, "category");
  const subCategory = field(body, "sub_category");
  const format = field(body, "parameter_format");
  if (category === undefined)
    yield missing({
      code: "category-missing",
      path: "",
      subject: "the template",
      what: "category",
      hint: `Add ${listing(CATEGORIES)}.`,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  if (typeof category === "string") yield* knownCategory(category);
  if (typeof subCategory === "string") yield* knownSubCategory(subCategory);
  if (typeof format === "string")
    yield* known("parameter-format-unknown", "parameter_format", format, PARAMETER_FORMATS);
}

function* known(code: string, name: string, value: string, values: readonly string[]): Iterable<Issue> {
  if (!values.includes(value.toUpperCase()))
    yield unknownValue({
      code,
      path: `/${name}`,
      subject: name,
      value,
      known: values,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}

function* knownCategory(category: string): Iterable<Issue> {
  const current = RETIRED_CATEGORIES.get(category.toUpperCase());
  if (current === undefined) return yield* known("category-unknown", "category", category, CATEGORIES);
  yield error({
    code: "category-retired",
    path: "/category",
    message: `category ${quote(category)} was retired in 2023 and replaced by ${current}`,
    hint: `Write ${current}, or MARKETING for promotional content.`,
    whatsapp: TEMPLATE_ANSWERS.invalidParameter,
  });
}

function* knownSubCategory(value: string): Iterable<Issue> {
  if (!isReadOnlySubCategory(value.toUpperCase()))
    return yield* known("sub-category-unknown", "sub_category", value, SUB_CATEGORIES);
  yield warning({
    code: "sub-category-read-only",
    path: "/sub_category",
    message: `sub_category ${quote(value)} is set by WhatsApp itself`,
    hint: "Remove sub_category.",
  });
}
