import type { Clock } from "../rate/clock.ts";
import type { Deadlines } from "./deadlines.ts";

/** One request and its answer, for tracing. Free of secrets. */
export interface Exchange {
  method: string;
  url: string;
  /** Undefined when no response came. */
  status: number | undefined;
  /** From the request's departure to the last byte of the answer. */
  ms: number;
  /** 1 for the first try. */
  attempt: number;
  fbtraceId?: string;
  /** The answer's `Date` header: the other side's clock, in whole seconds. */
  date?: string;
  /** The failure's message, when it failed. */
  failure?: string;
}

/** Proxies by the scheme of the target. */
export interface ProxyOptions {
  http?: string | undefined;
  https?: string | undefined;
  /** Hosts that are reached directly, as in `NO_PROXY`. */
  bypass?: string | undefined;
}

/** All have defaults; {@link gatewayOptions} takes them from the environment. */
export interface GatewayOptions {
  /** Maton's key. Needed, and looked at, only when a request has to be sent. */
  apiKey?: string | undefined;
  /** WhatsApp's own token, for the bytes of media: the gateway has none to give. Goes to WhatsApp's media hosts only. */
  accessToken?: string | undefined;
  /** Origin of the proxy. Default `https://gateway.maton.ai`. Plain http to loopback only. */
  gatewayUrl?: string | undefined;
  /** Origin of the control plane. Default `https://ctrl.maton.ai`. */
  controlUrl?: string | undefined;
  /** Version of the Graph API in the path. Default `v21.0`. */
  apiVersion?: string | undefined;
  /** Requests in any sliding second, per key and process. Default 10. */
  rate?: number | undefined;
  /** Default: no proxy. */
  proxy?: ProxyOptions | undefined;
  deadlines?: Partial<Deadlines>;
  /** Called after every try. */
  onExchange?: (exchange: Exchange) => void;
  /** Time of waits between tries. Default: the system's. Tests put a simulated one here. */
  clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of waits. Default `Math.random`. */
  random?: () => number;
}
