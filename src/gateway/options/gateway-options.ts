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
  /**
   * Ends every call of this gateway when it aborts: calls that wait for their turn, that wait between two tries, that are on
   * their way, and all later ones fail with `MYCO_INTERRUPTED`; no request leaves any more. `ambiguous` where a request other
   * than GET had left. Goes together with a call's own `signal`.
   */
  signal?: AbortSignal | undefined;
  /**
   * Awaited for every try of a request other than GET, once the rate gate has let it through and before it is sent. When it
   * rejects, with an `Error`, nothing is sent, no other try follows, and the call throws this very error; when `signal` aborts
   * before that, the call fails with `MYCO_INTERRUPTED` as ever.
   */
  beforeWrite?: (() => Promise<void>) | undefined;
  /** Called after every try. */
  onExchange?: (exchange: Exchange) => void;
  /** Time of waits between tries. Default: the system's. Tests put a simulated one here. */
  clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of waits. Default `Math.random`. */
  random?: () => number;
}
