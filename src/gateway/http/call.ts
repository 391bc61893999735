import type { Dispatcher } from "undici";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Settings } from "../options/settings.ts";
import { GateClosedError } from "../rate/gate-closed-error.ts";
import type { Ticket } from "../rate/rate-gate.ts";
import { sharedGate } from "../rate/shared-gate.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import { underSignals, unlessAborted } from "../retry/under-signals.ts";
import { withRetries } from "../retry/with-retries.ts";
import { attemptOnce } from "./attempt.ts";
import type { GatewayRequest, Target } from "./gateway-request.ts";
import { requestHeaders } from "./request-headers.ts";
import { targetOf } from "./target.ts";

/**
 * Sends a request, through the rate gate and with retries, and hands the JSON of a 2xx answer to `read`, which throws
 * `ShapeError` for what it did not expect.
 * @throws {GatewayError}, MYCO_KEY_MISSING, MYCO_KEY_MALFORMED
 */
export type Call = <T>(request: GatewayRequest, read: (body: unknown) => T) => Promise<T>;

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
  const headers = requestHeaders(request, settings);
  const deadlines = { ...settings.deadlines, ...request.deadlines };
  const prepared = { request, target, headers, deadlines, dispatcher };
  const { signal, idempotent } = request;
  const gate = sharedGate(settings.apiKey(), [settings.gatewayUrl, settings.controlUrl], settings.rate, settings.clock);
  const scope = request.management === true ? `management of ${request.connection}` : undefined;
  // Whether one of the tries may have taken effect; one under way may, until its failure says otherwise.
  let mayHave = false;
  const attempt = async (number: number) => {
    const ticket = await gate.enter({ scope, signal });
    await permitted(request, ticket, settings.beforeWrite);
    const before = mayHave;
    mayHave = request.method !== "GET";
    try {
      return await attemptOnce({ prepared, settings, gate, ticket, number, scope }, read);
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

/** Asks permission to write, and gives the ticket back when there is none: what is thrown here was not sent. */
async function permitted(
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

function notSent({ method }: GatewayRequest, target: Target, closed: GateClosedError): GatewayError {
  const minutes = Math.ceil(closed.reopensInMs / 60_000);
  return new GatewayError("MYCO_QUOTA_EXHAUSTED", `${target.title} was not sent: ${closed.message}`, {
    method,
    url: target.url,
    retryAfterMs: closed.reopensInMs,
    hint: `Wait about ${minutes} minutes: every further call makes it last longer.`,
  });
}

function interrupted({ method }: GatewayRequest, target: Target, ambiguous: boolean, cause: unknown): GatewayError {
  return new GatewayError("MYCO_INTERRUPTED", `${target.title} was interrupted`, {
    method,
    url: target.url,
    ambiguous,
    cause,
  });
}
