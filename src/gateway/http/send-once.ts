import { Readable } from "node:stream";
import { Agent, type Dispatcher, EnvHttpProxyAgent, request as undiciRequest } from "undici";
import { MycobotError } from "../../errors/index.ts";
import { missedDeadline, networkFailure } from "../failures/network-failure.ts";
import type { Deadlines } from "../options/gateway-options.ts";
import type { Settings } from "../options/settings.ts";
import { type Answer, answerHeaders, readBody } from "./answer.ts";
import type { GatewayRequest, RequestTarget } from "./gateway-request.ts";

export interface PreparedRequest {
  request: GatewayRequest;
  target: RequestTarget;
  headers: Record<string, string>;
  deadlines: Deadlines;
  dispatcher: Dispatcher;
  /** Called when the response's headers have arrived: the server has received the request. */
  onHeaders: () => void;
}

/** The connection pool of one gateway, through the proxy if one is set. */
export function dispatcherFor({ proxy, deadlines }: Settings): Dispatcher {
  const connect = { timeout: deadlines.connect };
  if (proxy.http === undefined && proxy.https === undefined) return new Agent({ connect });
  return new EnvHttpProxyAgent({
    connect,
    proxyTls: connect,
    requestTls: connect,
    // Empty strings, not undefined, which would make undici read the process's environment.
    httpProxy: proxy.http ?? "",
    httpsProxy: proxy.https ?? "",
    noProxy: proxy.bypass ?? "",
  });
}

/**
 * Sends a request and reads the response, whatever its status. Does not follow redirects.
 * @throws {AttemptFailure} when no complete response arrived in time; the signal's reason when the caller's signal aborts
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
    // Our own error, from reading the request's body: not a network failure.
    if (failure instanceof MycobotError) throw failure;
    throw overtime.signal.aborted
      ? missedDeadline(request, target, "total", deadlines)
      : networkFailure(request, target, failure, deadlines);
  } finally {
    clearTimeout(timer);
  }
}

function bodyOf({ bytes, json }: GatewayRequest): Uint8Array | Readable | string | null {
  if (bytes === undefined) return json === undefined ? null : JSON.stringify(json);
  const body = bytes.open();
  return body instanceof Uint8Array ? body : Readable.from(body);
}
