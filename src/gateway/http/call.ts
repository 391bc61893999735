import type { Dispatcher } from "undici";
import { AttemptFailure } from "../errors/attempt-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import { MANAGEMENT_QUOTA } from "../failures/whatsapp-codes.ts";
import { quotaHint } from "../failures/whatsapp-failure.ts";
import type { Exchange } from "../options/gateway-options.ts";
import type { Settings } from "../options/settings.ts";
import { GateClosedError } from "../rate/closed-scopes.ts";
import { type RateGate, sharedGate, type Ticket } from "../rate/rate-gate.ts";
import { redact, redactedLine } from "../redact.ts";
import { underSignals, unlessAborted } from "../retry/abort-signals.ts";
import { RETRY_LIMITS } from "../retry/retry-policy.ts";
import { withRetries } from "../retry/with-retries.ts";
import type { Answer } from "./answer.ts";
import { type GatewayRequest, type RequestTarget, requestHeaders, targetOf } from "./gateway-request.ts";
import { readAnswer } from "./read-answer.ts";
import { type PreparedRequest, sendOnce } from "./send-once.ts";

/**
 * Sends a request, through the rate gate and with retries, and passes the JSON of a 2xx answer to `read`, which throws
 * `ShapeError` when it is not of the promised shape.
 * @throws {GatewayError}, MYCO_KEY_MISSING, MYCO_KEY_MALFORMED, MYCO_KEY_COMMAND
 */
export type Call = <T>(request: GatewayRequest, read: (body: unknown) => T) => Promise<T>;

/** What the tries of one request share. */
interface Sending {
  prepared: Omit<PreparedRequest, "onHeaders">;
  settings: Settings;
  gate: RateGate;
  /** What the gate closes when the management quota is exhausted. */
  scope: string | undefined;
}

/** One try. */
interface Attempt extends Sending {
  ticket: Ticket;
  /** 1 for the first. */
  number: number;
}

export function createCall(settings: Settings, dispatcher: Dispatcher): Call {
  return (given, read) => {
    const send = (signal: AbortSignal) => sendWithRetries({ ...given, signal }, settings, dispatcher, read);
    return underSignals([settings.signal, given.signal], send);
  };
}

async function sendWithRetries<T>(
  request: GatewayRequest & { signal: AbortSignal },
  settings: Settings,
  dispatcher: Dispatcher,
  read: (body: unknown) => T,
): Promise<T> {
  const target = targetOf(request, settings);
  const { signal, idempotent } = request;
  const apiKey = await unlessAborted(signal, settings.apiKey).catch((failure: unknown) => {
    throw signal.aborted ? interrupted(request, target, false, signal.reason) : failure;
  });
  const headers = requestHeaders(request, apiKey);
  const deadlines = { ...settings.deadlines, ...request.deadlines };
  const gate = sharedGate(apiKey, [settings.gatewayUrl, settings.controlUrl], settings.rate, settings.clock);
  const scope = request.management === true ? `management of ${request.connection}` : undefined;
  const sending: Sending = { prepared: { request, target, headers, deadlines, dispatcher }, settings, gate, scope };
  // Whether one of the tries may have taken effect. A try in progress may have, until its failure rules it out.
  let mayHave = false;
  const attempt = async (number: number) => {
    const ticket = await gate.enter({ scope, signal });
    await writePermission(request, ticket, settings.beforeWrite);
    const before = mayHave;
    mayHave = request.method !== "GET";
    try {
      return await attemptOnce({ ...sending, ticket, number }, read);
    } catch (failure) {
      if (failure instanceof AttemptFailure) mayHave = before || failure.error.ambiguous;
      throw failure;
    }
  };
  try {
    return await withRetries(attempt, { ...settings, idempotent, signal });
  } catch (failure) {
    if (failure instanceof AttemptFailure) throw failure.error;
    if (failure instanceof GateClosedError) throw notSent(request, target, failure);
    throw signal.aborted ? interrupted(request, target, mayHave, signal.reason) : failure;
  }
}

/** Asks for permission to write, and returns the ticket when it is denied: the request was not sent. */
async function writePermission(
  { method, signal }: GatewayRequest & { signal: AbortSignal },
  ticket: Ticket,
  beforeWrite: () => Promise<void>,
): Promise<void> {
  try {
    if (method !== "GET") await unlessAborted(signal, beforeWrite);
    signal.throwIfAborted();
  } catch (error) {
    ticket.unused();
    throw error;
  }
}

/** Sends the request once and reports the outcome to the gate and to the trace. @throws {AttemptFailure} */
async function attemptOnce<T>(attempt: Attempt, read: (body: unknown) => T): Promise<T> {
  const { prepared, settings, ticket } = attempt;
  let answer: Answer | undefined;
  let failure: unknown;
  try {
    answer = await sendOnce({ ...prepared, onHeaders: ticket.answered });
    return readAnswer(prepared.request, prepared.target, answer, read);
  } catch (error) {
    failure = error;
    if (error instanceof AttemptFailure) reportToGate(attempt, error, answer);
    throw error;
  } finally {
    ticket.abandoned();
    settings.onExchange(exchangeOf(attempt, answer, failure));
  }
}

function reportToGate({ gate, ticket, scope }: Attempt, failure: AttemptFailure, answer: Answer | undefined): void {
  const { kind, error, waitMs } = failure;
  if (kind === "unreachable") ticket.answered();
  if (kind === "limit") gate.slowDown(ticket.sentAt);
  if (answer?.status === 429) gate.pause(Math.min(waitMs || 1_000, RETRY_LIMITS.maxWaitMs));
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

function notSent({ method, connection }: GatewayRequest, target: RequestTarget, closed: GateClosedError): GatewayError {
  return new GatewayError("MYCO_QUOTA_EXHAUSTED", `${target.title} was not sent: ${closed.message}`, {
    method,
    connection,
    url: target.url,
    retryAfterMs: closed.reopensInMs,
    hint: quotaHint(closed.reopensInMs),
  });
}

function interrupted(
  { method }: GatewayRequest,
  target: RequestTarget,
  ambiguous: boolean,
  cause: unknown,
): GatewayError {
  return new GatewayError("MYCO_INTERRUPTED", `${target.title} was interrupted`, {
    method,
    url: target.url,
    ambiguous,
    cause,
  });
}
