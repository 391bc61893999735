import type { Settings } from "../options/settings.ts";
import type { Call } from "./call.ts";
import { type GatewayRequest, requestHeaders, targetOf } from "./gateway-request.ts";

/** A request that was not sent. The key is redacted. */
export interface PlannedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** JSON; absent when the request has no body or a binary one. */
  body?: unknown;
}

/** Thrown in place of an answer. */
class Planned {
  readonly request: PlannedRequest;
  constructor(request: PlannedRequest) {
    this.request = request;
  }
}

/** Sends nothing: the first request ends the call. */
export function planningCall(settings: Settings): Call {
  return async (request) => {
    throw new Planned(planned(request, settings));
  };
}

function planned(request: GatewayRequest, settings: Settings): PlannedRequest {
  const headers = requestHeaders(request, "[redacted]");
  const { url } = targetOf(request, settings);
  return { method: request.method, url, headers, ...(request.json === undefined ? {} : { body: request.json }) };
}

/** The request that `work` would have sent first. */
export async function caughtRequest(work: Promise<unknown>): Promise<PlannedRequest> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof Planned) return thrown.request;
    throw thrown;
  }
  throw new TypeError("this call sends no request");
}
