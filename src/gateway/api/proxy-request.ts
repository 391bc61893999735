import type { GatewayRequest } from "../http/gateway-request.ts";
import { objectAt, ShapeError } from "../http/json.ts";
import { checkedId } from "./ids.ts";

/** Options of every call. */
export interface CallOptions {
  /** Ends the call, which then fails with `MYCO_INTERRUPTED`. */
  signal?: AbortSignal | undefined;
}

/** Options of every call through the proxy. */
export interface ProxyCall extends CallOptions {
  /** Id of the Maton connection, sent as `Maton-Connection`. Default: that of {@link GatewayOptions}, else the only ACTIVE one. */
  connection?: string | undefined;
}

/** Calls on one WhatsApp Business account. */
export interface AccountCall extends ProxyCall {
  /** Id of the WhatsApp Business account: digits. */
  wabaId: string;
}

/** Calls on one phone number. */
export interface PhoneCall extends ProxyCall {
  /** Id of the phone number (not the number itself): digits. */
  phoneNumberId: string;
}

type Rest = Omit<GatewayRequest, "plane" | "connection" | "signal" | "idempotent"> & { idempotent?: boolean };

/** A request through the proxy, with the connection's header. GET is idempotent; other methods declare it. */
export function proxyRequest({ connection, signal }: ProxyCall, rest: Rest): GatewayRequest {
  return {
    idempotent: rest.method === "GET",
    ...rest,
    plane: "proxy",
    connection: connection === undefined ? undefined : checkedId("connection", connection),
    signal,
  };
}

/** Reads `{"success": true}`. */
export function readSuccess(body: unknown): void {
  if (objectAt(body, "the answer").success !== true) throw new ShapeError('without "success": true');
}
