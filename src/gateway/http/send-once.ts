import { Readable } from "node:stream";
import { type Dispatcher, request as undiciRequest } from "undici";
import { MycobotError } from "../../errors/index.ts";
import { errorFromFailure, missedDeadline } from "../errors/error-from-failure.ts";
import type { Deadlines } from "../options/deadlines.ts";
import { type Answer, answerHeaders } from "./answer.ts";
import type { GatewayRequest, Target } from "./gateway-request.ts";
import { readBody } from "./read-body.ts";

export interface PreparedRequest {
  request: GatewayRequest;
  target: Target;
  headers: Record<string, string>;
  deadlines: Deadlines;
  dispatcher: Dispatcher;
  /** Called once the response's headers are there: the server has seen the request. */
  onHeaders: () => void;
}

/**
 * Sends a request and reads the response, whatever its status. Redirects are not followed.
 * @throws {AttemptFailure} when no whole response came in time; the signal's reason when the caller's signal aborts
 */
export async function sendOnce(prepared: PreparedRequest): Promise<Answer> {
  const { request, target, headers, deadlines, dispatcher, onHeaders } = prepared;
  const overtime = new AbortController();
  const timer = setTimeout(() => overtime.abort(), deadlines.total);
  const signal = request.signal === undefined ? overtime.signal : AbortSignal.any([overtime.signal, request.signal]);
  try {
    const response = await undiciRequest(target.url, {
      method: request.method,
      headers,
      body: bodyOf(request),
      dispatcher,
      signal,
      headersTimeout: deadlines.headers,
      bodyTimeout: deadlines.body,
    });
    onHeaders();
    return {
      status: response.statusCode,
      headers: answerHeaders(response.headers),
      text: await readBody(response.body),
    };
  } catch (failure) {
    request.signal?.throwIfAborted();
    // Our own, from where the body is read: the network has nothing to do with it.
    if (failure instanceof MycobotError) throw failure;
    throw overtime.signal.aborted
      ? missedDeadline(request, target, "total", deadlines)
      : errorFromFailure(request, target, failure, deadlines);
  } finally {
    clearTimeout(timer);
  }
}

function bodyOf({ bytes, json }: GatewayRequest): Uint8Array | Readable | string | null {
  if (bytes === undefined) return json === undefined ? null : JSON.stringify(json);
  const body = bytes.open();
  return body instanceof Uint8Array ? body : Readable.from(body);
}
