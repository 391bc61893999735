import { error, type Issue, warning } from "../../issue.ts";
import { field, quote, rowOf } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { type TemplateView, wholeNumber } from "../view.ts";

export interface TtlRange {
  min: number;
  max: number;
  /** -1 means 30 days. */
  unlimited: boolean;
  /** What a template without `message_send_ttl_seconds` has, as a create or an edit accepts it. */
  default: number;
}

/** `message_send_ttl_seconds` by category, in seconds. Source: Meta, time-to-live. */
export const TTL_SECONDS: Readonly<Record<string, TtlRange>> = {
  AUTHENTICATION: { min: 30, max: 900, unlimited: true, default: 600 },
  UTILITY: { min: 30, max: 43_200, unlimited: true, default: -1 },
  MARKETING: { min: 43_200, max: 2_592_000, unlimited: false, default: 2_592_000 },
};

const UNLIMITED = -1;
const THIRTY_DAYS = 2_592_000;

/** How long WhatsApp tries to deliver: the range depends on the category. */
export function* ttlIssues({ body, category }: TemplateView): Iterable<Issue> {
  const seconds = wholeNumber(field(body, "message_send_ttl_seconds"));
  const range = rowOf(TTL_SECONDS, category);
  if (seconds === undefined || range === undefined) return;
  const { min, max, unlimited } = range;
  if ((seconds >= min && seconds <= max) || (unlimited && seconds === UNLIMITED)) return;
  // Meta shows a MARKETING sample with 120 seconds, against its own range: doubtful there, certain elsewhere.
  const isDoubtful = category === "MARKETING" && seconds >= (TTL_SECONDS.UTILITY?.min ?? 0) && seconds < min;
  yield (isDoubtful ? warning : error)({
    code: "ttl-out-of-range",
    path: "/message_send_ttl_seconds",
    message: `message_send_ttl_seconds is ${quote(seconds)}; for ${category} WhatsApp allows ${min} to ${max}${unlimited ? `, or ${UNLIMITED} for 30 days` : ""}`,
    hint: "Choose a duration in that range, or remove it.",
    whatsapp: TEMPLATE_ANSWERS.invalidParameter,
  });
}

/**
 * Whether two values of `message_send_ttl_seconds` mean the same: -1 is 30 days, and a missing one is the default of the
 * category. Either side's category counts: WhatsApp may have changed it.
 */
export function isSameTtl(one: unknown, other: unknown, categories: readonly unknown[]): boolean {
  const inSeconds = (value: unknown) => (value === UNLIMITED ? THIRTY_DAYS : value);
  const meanings = (seconds: unknown): readonly unknown[] =>
    seconds === undefined || seconds === null
      ? categories.map((category) => inSeconds(defaultTtl(category) ?? UNLIMITED))
      : [inSeconds(seconds)];
  return meanings(one).some((seconds) => meanings(other).includes(seconds));
}

/** The time to live of a template of this category that declares none. */
export function defaultTtl(category: unknown): number | undefined {
  return typeof category === "string" ? rowOf(TTL_SECONDS, category)?.default : undefined;
}
