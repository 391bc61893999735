import { MANAGEMENT_QUOTA } from "../errors/whatsapp-failure.ts";
import type { Exchange } from "../options/gateway-options.ts";
import type { Settings } from "../options/settings.ts";
import type { RateGate, Ticket } from "../rate/rate-gate.ts";
import { redact, redactedLine } from "../redact/index.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import { RETRY_LIMITS } from "../retry/retry-delay.ts";
import type { Answer } from "./answer.ts";
import { readAnswer } from "./read-answer.ts";
import { type PreparedRequest, sendOnce } from "./send-once.ts";

export interface Attempt {
  prepared: Omit<PreparedRequest, "onHeaders">;
  settings: Settings;
  gate: RateGate;
  ticket: Ticket;
  /** 1 for the first. */
  number: number;
  /** What the gate closes when the management quota is exhausted. */
  scope: string | undefined;
}

/** Sends the request once; tells the gate how it went, and whoever traces. @throws {AttemptFailure} */
export async function attemptOnce<T>(attempt: Attempt, read: (body: unknown) => T): Promise<T> {
  const { prepared, settings, ticket } = attempt;
  const { request, target } = prepared;
  let answer: Answer | undefined;
  let failure: unknown;
  try {
    answer = await sendOnce({ ...prepared, onHeaders: ticket.answered });
    return readAnswer(request, target, answer, read);
  } catch (error) {
    failure = error;
    if (error instanceof AttemptFailure) tellGate(attempt, error, answer);
    throw error;
  } finally {
    ticket.abandoned();
    settings.onExchange(exchangeOf(attempt, answer, failure));
  }
}

function tellGate({ gate, ticket, scope }: Attempt, failure: AttemptFailure, answer: Answer | undefined): void {
  const { kind, error, waitMs } = failure;
  if (kind === "unreachable") ticket.answered();
  if (kind === "limit") gate.slowDown(ticket.sentAt);
  if (answer?.status === 429) gate.pause(Math.min(waitMs || 1_000, RETRY_LIMITS.longestWaitMs));
  if (error.whatsapp?.code === MANAGEMENT_QUOTA && scope !== undefined) {
    gate.slowDown(ticket.sentAt);
    gate.close(
      scope,
      `the account's quota of management calls is exhausted (#${MANAGEMENT_QUOTA})`,
      error.retryAfterMs ?? 0,
    );
  }
}

function exchangeOf(attempt: Attempt, answer: Answer | undefined, failure: unknown): Exchange {
  const { request, target } = attempt.prepared;
  const error = failure instanceof AttemptFailure ? failure.error : undefined;
  const fbtraceId = error?.whatsapp?.fbtraceId ?? answer?.headers["x-fb-trace-id"];
  const date = answer?.headers.date;
  return {
    method: request.method,
    url: redact(target.url),
    status: answer?.status,
    ms: Math.round(attempt.settings.clock.now() - attempt.ticket.sentAt),
    attempt: attempt.number,
    ...(fbtraceId === undefined ? {} : { fbtraceId: redactedLine(fbtraceId) }),
    ...(date === undefined ? {} : { date: redactedLine(date) }),
    ...(failure === undefined ? {} : { failure: error?.message ?? "interrupted" }),
  };
}
