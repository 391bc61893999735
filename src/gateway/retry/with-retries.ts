import pRetry from "p-retry";
import { AttemptFailure } from "../errors/attempt-failure.ts";
import type { Clock } from "../rate/clock.ts";
import { sleep } from "./abort-signals.ts";
import { MAX_TRIES, RETRY_LIMITS, retryDelay } from "./retry-policy.ts";

export interface RetryContext {
  idempotent: boolean;
  signal: AbortSignal | undefined;
  clock: Clock;
  random: () => number;
}

/**
 * Runs `attempt` until it succeeds or {@link retryDelay} rules out another try.
 * A failure other than {@link AttemptFailure} ends it at once.
 */
export function withRetries<T>(attempt: (number: number) => Promise<T>, context: RetryContext): Promise<T> {
  const { clock, random, signal, idempotent } = context;
  const startedAt = clock.now();
  return pRetry(attempt, {
    retries: MAX_TRIES,
    // p-retry does not wait: our waits follow the given clock and what the server asks for.
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
