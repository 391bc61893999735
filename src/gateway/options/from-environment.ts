import type { GatewayOptions } from "./gateway-options.ts";

/** Hosts of this machine never go through a proxy: plain http is allowed to them, and would carry the key there. */
const LOOPBACK = "localhost,127.0.0.1,[::1]";

/**
 * Options from the environment: `MATON_API_KEY`, `WHATSAPP_ACCESS_TOKEN`, `MATON_API_URL` (both planes), `MATON_GATEWAY_URL` and `MATON_CONTROL_URL` (one
 * plane, stronger), `WHATSAPP_API_VERSION`, `MYCOBOT_RATE`, `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`. An empty variable counts as unset.
 * (`NODE_EXTRA_CA_CERTS` is read by Node itself.) {@link createGateway} checks the values, the key only when it is needed.
 */
export function gatewayOptions(env: Readonly<Record<string, string | undefined>> = process.env): GatewayOptions {
  const first = (...names: string[]) =>
    names.map((name) => env[name]).find((value) => value !== undefined && value !== "");
  const rate = first("MYCOBOT_RATE");
  return {
    apiKey: first("MATON_API_KEY"),
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

/** `*` has to stand alone. */
function bypassOf(hosts: string | undefined): string {
  if (hosts?.trim() === "*") return "*";
  return hosts === undefined ? LOOPBACK : `${hosts},${LOOPBACK}`;
}
