import type { GatewayRequest } from "../http/gateway-request.ts";
import { objectAt, ShapeError } from "../http/shape.ts";
import type { ProxyCall } from "../types/call-options.ts";
import { checkedId } from "./ids.ts";

type Rest = Omit<GatewayRequest, "plane" | "connection" | "signal" | "idempotent"> & { idempotent?: boolean };

/** A request through the proxy, with the connection's header. Reads may be repeated; anything else says so itself. */
export function proxyRequest({ connection, signal }: ProxyCall, rest: Rest): GatewayRequest {
  return {
    idempotent: rest.method === "GET",
    ...rest,
    plane: "proxy",
    connection: checkedId("connection", connection, "connection's id"),
    signal,
  };
}

/** Reads `{"success": true}`. */
export function readSuccess(body: unknown): void {
  if (objectAt(body, "the answer").success !== true) throw new ShapeError('without "success": true');
}
