import type { GatewayRequest } from "../http/gateway-request.ts";
import { type FailureKind, RETRY_RULES } from "../retry/failure-kind.ts";

/** Whether a failed request may have changed something all the same. */
export function mayHaveTakenEffect(request: GatewayRequest, kind: FailureKind): boolean {
  return request.method !== "GET" && RETRY_RULES[kind].executed === "maybe";
}
