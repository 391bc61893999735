import type { Readable } from "node:stream";
import { type Dispatcher, request as undiciRequest } from "undici";
import { errorFromFailure, missedDeadline } from "../errors/error-from-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import { answerHeaders } from "../http/answer.ts";
import type { GatewayRequest, Target } from "../http/gateway-request.ts";
import type { Deadlines } from "../options/deadlines.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import { kindOfStatus } from "../retry/failure-kind.ts";
import { retryAfterMs } from "../retry/retry-after.ts";

export interface MediaFetch {
  url: URL;
  token: string;
  dispatcher: Dispatcher;
  deadlines: Deadlines;
  signal: AbortSignal | undefined;
}

/** For the errors: a read like any other. */
const READ: GatewayRequest = { method: "GET", plane: "proxy", segments: [], idempotent: true };

/**
 * One try to get the bytes of media; `take` reads them to the end. Maton's key is not among the headers, and redirects are not
 * followed: the token stays on WhatsApp's hosts.
 * @throws {AttemptFailure}, what `take` throws, and the signal's reason
 */
export async function fetchMedia<T>(
  fetch: MediaFetch,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const { url, token, dispatcher, deadlines, signal } = fetch;
  const target: Target = { url: url.href, title: `GET media from ${url.host}` };
  const overtime = AbortSignal.timeout(deadlines.total);
  const failure = (error: unknown): unknown => {
    if (signal?.aborted === true) return signal.reason;
    if (overtime.aborted) return missedDeadline(READ, target, "total", deadlines);
    return errorFromFailure(READ, target, error, deadlines);
  };
  const response = await undiciRequest(url, {
    headers: { authorization: `Bearer ${token}`, "user-agent": "mycobot (WhatsApp messaging as code)" },
    dispatcher,
    signal: signal === undefined ? overtime : AbortSignal.any([overtime, signal]),
    headersTimeout: deadlines.headers,
    bodyTimeout: deadlines.body,
  }).catch((error: unknown) => {
    throw failure(error);
  });
  if (response.statusCode !== 200) {
    discard(response.body);
    throw refused(target, response.statusCode, answerHeaders(response.headers)["retry-after"]);
  }
  try {
    return await take(told(response.body, failure));
  } finally {
    discard(response.body);
  }
}

/** The chunks, their failures in our words. */
async function* told(
  body: AsyncIterable<Uint8Array>,
  failure: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    throw failure(error);
  }
}

/** undici reports the end of an unread body as an error; nobody waits for this one. */
function discard(body: Readable): void {
  body.on("error", () => {}).destroy();
}

function refused(target: Target, status: number, retryAfter: string | undefined): AttemptFailure {
  const waitMs = retryAfterMs(retryAfter);
  const isToken = status === 401 || status === 403;
  const hint = isToken
    ? "Check WHATSAPP_ACCESS_TOKEN: a token of WhatsApp that may read this account's media."
    : status === 404 || status === 410
      ? "Media are kept for 30 days, those that were received for 7: ask for them again."
      : "Try again later.";
  const error = new GatewayError(
    isToken ? "MYCO_ACCESS_TOKEN_REFUSED" : "MYCO_GATEWAY_RESPONSE",
    `${target.title} answered ${status}`,
    { method: "GET", url: target.url, status, retryAfterMs: waitMs, hint },
  );
  return new AttemptFailure(error, kindOfStatus(status), waitMs);
}
