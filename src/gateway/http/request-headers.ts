import type { Settings } from "../options/settings.ts";
import type { GatewayRequest } from "./gateway-request.ts";

/** Named, because the gateway's front turns away clients without a name. */
const USER_AGENT = "mycobot (WhatsApp messaging as code)";

/** @throws MYCO_KEY_MISSING, MYCO_KEY_MALFORMED */
export function requestHeaders(request: GatewayRequest, settings: Settings): Record<string, string> {
  return {
    authorization: `Bearer ${settings.apiKey()}`,
    "user-agent": USER_AGENT,
    accept: "application/json",
    ...(request.connection === undefined ? {} : { "maton-connection": request.connection }),
    ...(request.json === undefined ? {} : { "content-type": "application/json" }),
    ...(request.bytes === undefined ? {} : { "content-length": String(request.bytes.length) }),
    ...request.headers,
  };
}
