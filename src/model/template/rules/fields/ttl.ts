import type { Issue } from "../../../issue.ts";
import { field, quote } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS, TTL_SECONDS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import type { TemplateView } from "../template-view.ts";

/** A whole number, also as digits in a text: WhatsApp takes both. */
function wholeNumber(value: unknown): number | undefined {
  if (typeof value === "string") return /^-?\d+$/.test(value) ? Number(value) : undefined;
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

/** How long WhatsApp tries to deliver: the range depends on the category. */
export function* ttlIssues({ body, category }: TemplateView): Iterable<Issue> {
  const seconds = wholeNumber(field(body, "message_send_ttl_seconds"));
  const range = Object.hasOwn(TTL_SECONDS, category) ? TTL_SECONDS[category] : undefined;
  if (seconds === undefined || range === undefined) return;
  if ((seconds >= range.least && seconds <= range.most) || (range.unlimited && seconds === -1)) return;
  // Meta prints a MARKETING sample with 120 seconds, against its own range: in doubt there, certain elsewhere.
  const printed = category === "MARKETING" && seconds >= (TTL_SECONDS.UTILITY?.least ?? 0) && seconds < range.least;
  yield (printed ? warning : error)(
    "ttl-out-of-range",
    "/message_send_ttl_seconds",
    `message_send_ttl_seconds is ${quote(seconds)}; for ${category} WhatsApp allows ${range.least} to ${range.most}${range.unlimited ? ", or -1 for 30 days" : ""}`,
    "Choose a duration in that range, or leave it out.",
    ANSWERS.invalidParameter,
  );
}

/** The minutes in the footer of an authentication template. */
export function* expirationIssues(value: unknown, path: string): Iterable<Issue> {
  const minutes = wholeNumber(value);
  const { codeExpirationMinutesAtLeast: least, codeExpirationMinutes: most } = TEMPLATE_LIMITS;
  if (minutes !== undefined && (minutes < least || minutes > most))
    yield error(
      "code-expiration-out-of-range",
      path,
      `code_expiration_minutes is ${minutes}, WhatsApp allows ${least} to ${most}`,
      `Choose ${least} to ${most} minutes.`,
      ANSWERS.invalidParameter,
    );
}
