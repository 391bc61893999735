import { type FailureKind, RETRY_RULES } from "./failure-kind.ts";

export interface Situation {
  kind: FailureKind;
  /** How many tries there were. */
  attempt: number;
  /** Sending the request twice does what sending it once does. */
  idempotent: boolean;
  /** Since the first try. */
  elapsedMs: number;
  /** What the server asks for, or the error's table. */
  waitMs: number;
}

export interface RetryLimits {
  /** No try starts later than this after the first one. Default 120 s. */
  totalMs: number;
  /** A server that asks for a longer wait than this is not waited for. Default 60 s. */
  longestWaitMs: number;
}

export const RETRY_LIMITS: RetryLimits = { totalMs: 120_000, longestWaitMs: 60_000 };

/**
 * How long to wait before the next try; undefined when there is none.
 * Exponential backoff with full jitter (`random` gives 0 ≤ x < 1), never shorter than the server asks for.
 */
export function retryDelay(situation: Situation, limits: RetryLimits, random: () => number): number | undefined {
  const rule = RETRY_RULES[situation.kind];
  if (situation.attempt >= rule.tries) return undefined;
  if (rule.executed === "maybe" && !situation.idempotent) return undefined;
  if (situation.waitMs > limits.longestWaitMs) return undefined;
  const backoff = random() * Math.min(rule.capMs, rule.baseMs * 2 ** (situation.attempt - 1));
  const delay = situation.waitMs + backoff;
  return situation.elapsedMs + delay > limits.totalMs ? undefined : delay;
}
