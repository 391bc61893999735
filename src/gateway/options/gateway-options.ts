import type { Clock } from "../rate/clock.ts";

/** One request and its answer, for tracing. Contains no secrets. */
export interface Exchange {
  method: string;
  url: string;
  /** Undefined when no response was received. */
  status: number | undefined;
  /** From sending the request to the last byte of the answer. */
  ms: number;
  /** 1 for the first try. */
  attempt: number;
  fbtraceId?: string;
  /** The answer's `Date` header: the server's clock, in whole seconds. */
  date?: string;
  /** The error message, when the request failed. */
  failure?: string;
}

/** Proxies by the scheme of the target. */
export interface ProxyOptions {
  http?: string | undefined;
  https?: string | undefined;
  /** Hosts that are reached directly, as in `NO_PROXY`. */
  bypass?: string | undefined;
}

/** All in milliseconds. */
export interface Deadlines {
  /** To open a connection. */
  connect: number;
  /** From sending the request to the response's headers. */
  headers: number;
  /** Between two chunks of the response's body. */
  body: number;
  /** One complete try, from the rate gate to the last byte. Waiting for the rate gate does not count. */
  total: number;
}

/** All have defaults (`DEFAULT_API_VERSION`, `DEFAULT_RATE` …); {@link gatewayOptions} reads them from the environment. */
export interface GatewayOptions {
  /** Maton's key. Required, and checked, only when a request is sent. */
  apiKey?: string | undefined;
  /**
   * Without `apiKey`: a shell command that prints the key, such as `op read op://ops/maton/key`. Run once per gateway, before its
   * first request; the output is kept in memory only.
   */
  apiKeyCommand?: string | undefined;
  /** Id of the Maton connection of calls that name none. Default: the only ACTIVE one, which the first such call looks up. */
  connection?: string | undefined;
  /** WhatsApp's own token, to download media: the gateway provides none. Sent to WhatsApp's media hosts only. */
  accessToken?: string | undefined;
  /** Origin of the proxy. Default: Maton's. Plain http is accepted for loopback addresses only. */
  gatewayUrl?: string | undefined;
  /** Origin of the control plane. Default: Maton's. */
  controlUrl?: string | undefined;
  /** Version of the Graph API in the path, such as `v23.0`. */
  apiVersion?: string | undefined;
  /** Requests in any sliding second, per key and process. */
  rate?: number | undefined;
  /** Default: no proxy. */
  proxy?: ProxyOptions | undefined;
  deadlines?: Partial<Deadlines>;
  /**
   * Ends every call of this gateway when it aborts: calls that wait for the rate gate or for a retry, calls in progress, and all
   * later ones fail with `MYCO_INTERRUPTED`, and no further request is sent. The error is `ambiguous` when a request other than
   * GET was in progress. Can be combined with a call's own `signal`.
   */
  signal?: AbortSignal | undefined;
  /**
   * Awaited before each try of a request other than GET, after the rate gate has admitted it. When it rejects with an `Error`,
   * nothing is sent, no retry follows, and the call throws that same error; when `signal` aborts first, the call fails with
   * `MYCO_INTERRUPTED`.
   */
  beforeWrite?: (() => Promise<void>) | undefined;
  /** Called after every try. */
  onExchange?: (exchange: Exchange) => void;
  /** The clock for waits between tries. Default: the system's. Tests pass a simulated one. */
  clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of waits. Default `Math.random`. */
  random?: () => number;
}

/** Loopback addresses never go through a proxy: they may use plain http, which would expose the key there. */
const LOOPBACK_HOSTS = "localhost,127.0.0.1,[::1]";

/**
 * Options from the environment: `MATON_API_KEY`, `MATON_API_KEY_COMMAND`, `MATON_CONNECTION`, `WHATSAPP_ACCESS_TOKEN`, `MATON_API_URL` (both planes), `MATON_GATEWAY_URL` and
 * `MATON_CONTROL_URL` (one plane each, with precedence), `WHATSAPP_API_VERSION`, `MYCOBOT_RATE`, `HTTPS_PROXY`, `HTTP_PROXY`,
 * `NO_PROXY`. An empty variable counts as unset. (Node itself reads `NODE_EXTRA_CA_CERTS`.) {@link createGateway} checks the
 * values, and the key only when a request is sent.
 */
export function gatewayOptions(env: Readonly<Record<string, string | undefined>> = process.env): GatewayOptions {
  const first = (...names: string[]) =>
    names.map((name) => env[name]).find((value) => value !== undefined && value !== "");
  const rate = first("MYCOBOT_RATE");
  return {
    apiKey: first("MATON_API_KEY"),
    apiKeyCommand: first("MATON_API_KEY_COMMAND"),
    connection: first("MATON_CONNECTION"),
    accessToken: first("WHATSAPP_ACCESS_TOKEN"),
    gatewayUrl: first("MATON_GATEWAY_URL", "MATON_API_URL"),
    controlUrl: first("MATON_CONTROL_URL", "MATON_API_URL"),
    apiVersion: first("WHATSAPP_API_VERSION"),
    rate: rate === undefined ? undefined : Number(rate),
    proxy: {
      http: first("http_proxy", "HTTP_PROXY"),
      https: first("https_proxy", "HTTPS_PROXY"),
      bypass: bypassOf(first("no_proxy", "NO_PROXY")),
    },
  };
}

/** `*` is valid only as the whole value. */
function bypassOf(hosts: string | undefined): string {
  if (hosts?.trim() === "*") return "*";
  return hosts === undefined ? LOOPBACK_HOSTS : `${hosts},${LOOPBACK_HOSTS}`;
}
