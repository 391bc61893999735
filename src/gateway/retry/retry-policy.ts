/**
 * What a failure implies for the request, which decides whether it may be sent again.
 *
 * - `limit`: rejected because of a rate limit, not executed
 * - `unreachable`: could not connect, not executed
 * - `transient`: may have been executed; a repetition is likely to succeed
 * - `unclear`: may have been executed; WhatsApp's "unknown error", worth few retries
 * - `unreadable`: answered, but the answer cannot be read; may have been executed, and a repetition changes nothing
 * - `final`: rejected for its content; a repetition changes nothing
 */
export type FailureKind = "limit" | "unreachable" | "transient" | "unclear" | "unreadable" | "final";

interface RetryRule {
  /** `no`: the request was not executed, so every method may be repeated, not only those that are safe to repeat. */
  executed: "no" | "maybe";
  /** Requests in total, including the first one. */
  tries: number;
  /** Upper bound of the wait before the second try; doubles with each further one, up to `capMs`. */
  baseMs: number;
  capMs: number;
}

const RETRY_RULES: Readonly<Record<FailureKind, RetryRule>> = {
  limit: { executed: "no", tries: 8, baseMs: 500, capMs: 20_000 },
  unreachable: { executed: "no", tries: 4, baseMs: 250, capMs: 5_000 },
  transient: { executed: "maybe", tries: 4, baseMs: 500, capMs: 10_000 },
  unclear: { executed: "maybe", tries: 2, baseMs: 1_000, capMs: 5_000 },
  unreadable: { executed: "maybe", tries: 1, baseMs: 0, capMs: 0 },
  final: { executed: "no", tries: 1, baseMs: 0, capMs: 0 },
};

export const MAX_TRIES = Math.max(...Object.values(RETRY_RULES).map((rule) => rule.tries));

export interface RetryLimits {
  /** No try starts later than this after the first one. */
  totalMs: number;
  /** When a server asks for a longer wait than this, the request is not retried. */
  maxWaitMs: number;
}

export const RETRY_LIMITS: RetryLimits = { totalMs: 120_000, maxWaitMs: 60_000 };

/** Upper bound for `Retry-After`: one day. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/** The kind of a failure of which only the HTTP status is known. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 429) return "limit";
  return status >= 500 || status === 408 || status === 425 ? "transient" : "final";
}

/** Whether a failed request may have taken effect. */
export function mayHaveTakenEffect({ method }: { method: string }, kind: FailureKind): boolean {
  return method !== "GET" && RETRY_RULES[kind].executed === "maybe";
}

/**
 * The wait that a `Retry-After` header asks for, in milliseconds: seconds or an HTTP date (RFC 9110 §10.2.3), at most
 * {@link MAX_RETRY_AFTER_MS}. Undefined when the header is absent or invalid.
 */
export function retryAfterMs(header: string | undefined, wallClock: number = Date.now()): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - wallClock), MAX_RETRY_AFTER_MS);
}

export interface Situation {
  kind: FailureKind;
  /** Number of tries so far. */
  attempt: number;
  /** Sending the request twice has the same effect as sending it once. */
  idempotent: boolean;
  /** Since the first try. */
  elapsedMs: number;
  /** What the server asks for, or the error's table. */
  waitMs: number;
}

/**
 * How long to wait before the next try; undefined when the request must not be retried.
 * Exponential backoff with full jitter (`random` gives 0 ≤ x < 1), never shorter than the server asks for.
 */
export function retryDelay(situation: Situation, limits: RetryLimits, random: () => number): number | undefined {
  const rule = RETRY_RULES[situation.kind];
  if (situation.attempt >= rule.tries) return undefined;
  if (rule.executed === "maybe" && !situation.idempotent) return undefined;
  if (situation.waitMs > limits.maxWaitMs) return undefined;
  const backoff = random() * Math.min(rule.capMs, rule.baseMs * 2 ** (situation.attempt - 1));
  const delay = situation.waitMs + backoff;
  return situation.elapsedMs + delay > limits.totalMs ? undefined : delay;
}
