/**
 * What a failure says about the request, which decides whether it may be sent again.
 *
 * - `limit`: refused for its rate, not executed
 * - `unreachable`: no connection came about, not executed
 * - `transient`: may have been executed; likely to work when repeated
 * - `unclear`: may have been executed; WhatsApp's "unknown error", worth few more tries
 * - `unreadable`: answered, but not so that anybody could read it; may have been executed, and repeating it changes nothing
 * - `final`: refused for what it is; repeating it changes nothing
 */
export type FailureKind = "limit" | "unreachable" | "transient" | "unclear" | "unreadable" | "final";

export interface RetryRule {
  /** The request was not executed, so that every method may be repeated, not only those that are safe to repeat. */
  executed: "no" | "maybe";
  /** Requests in total, the first one included. */
  tries: number;
  /** The wait before the second try is at most this; it doubles with each further one, up to `capMs`. */
  baseMs: number;
  capMs: number;
}

export const RETRY_RULES: Readonly<Record<FailureKind, RetryRule>> = {
  limit: { executed: "no", tries: 8, baseMs: 500, capMs: 20_000 },
  unreachable: { executed: "no", tries: 4, baseMs: 250, capMs: 5_000 },
  transient: { executed: "maybe", tries: 4, baseMs: 500, capMs: 10_000 },
  unclear: { executed: "maybe", tries: 2, baseMs: 1_000, capMs: 5_000 },
  unreadable: { executed: "maybe", tries: 1, baseMs: 0, capMs: 0 },
  final: { executed: "no", tries: 1, baseMs: 0, capMs: 0 },
};

/** The kind of a failure of which only the HTTP status is known. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 429) return "limit";
  return status >= 500 || status === 408 || status === 425 ? "transient" : "final";
}
