import { GatewayError } from "./gateway-error.ts";

/** Nobody knows whether the message went out: whoever repeats it has to know. */
export function ambiguousSend(error: GatewayError): GatewayError {
  return new GatewayError(error.code, `The message may have been sent, or not: ${error.message}`, {
    method: error.method,
    url: error.url,
    status: error.status,
    whatsapp: error.whatsapp,
    maton: error.maton,
    ambiguous: true,
    retryAfterMs: error.retryAfterMs,
    hint: "Look for it in the webhooks, or with the recipient, before it is sent again: it was not repeated.",
    cause: error,
  });
}
