import pRetry from "p-retry";
import type { Clock } from "../rate/clock.ts";
import { AttemptFailure } from "./attempt-failure.ts";
import { RETRY_RULES } from "./failure-kind.ts";
import { RETRY_LIMITS, retryDelay } from "./retry-delay.ts";
import { sleep } from "./sleep.ts";

export interface RetryContext {
  idempotent: boolean;
  signal: AbortSignal | undefined;
  clock: Clock;
  random: () => number;
}

const MOST_TRIES = Math.max(...Object.values(RETRY_RULES).map((rule) => rule.tries));

/**
 * Runs `attempt` until it succeeds or its failure is not worth another try ({@link retryDelay}).
 * Failures other than {@link AttemptFailure} end it at once.
 */
export function withRetries<T>(attempt: (number: number) => Promise<T>, context: RetryContext): Promise<T> {
  const { clock, random, signal, idempotent } = context;
  const startedAt = clock.now();
  return pRetry(attempt, {
    retries: MOST_TRIES,
    // The waits are ours: they have to follow the clock of the tests and what the server asks for.
    minTimeout: 0,
    shouldRetry: async ({ error, attemptNumber }) => {
      if (!(error instanceof AttemptFailure)) return false;
      const { kind, waitMs } = error;
      const situation = { kind, attempt: attemptNumber, idempotent, elapsedMs: clock.now() - startedAt, waitMs };
      const delay = retryDelay(situation, RETRY_LIMITS, random);
      if (delay === undefined) return false;
      await sleep(clock, delay, signal);
      return true;
    },
  });
}
