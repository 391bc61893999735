import { baseUrl, isLoopback } from "./base-url.ts";
import { gatewayOptions } from "./from-environment.ts";
import type { GatewayOptions } from "./gateway-options.ts";

/** Maton's own hosts: three doors to one service. Source: Maton's api-gateway skill, 2026-02 to 2026-08. */
const MATON_HOSTS = {
  /** The proxy only. */
  gateway: "gateway.maton.ai",
  /** The control plane only. */
  control: "ctrl.maton.ai",
  /** Both. */
  api: "api.maton.ai",
} as const;

const DEFAULT_GATEWAY_URL = `https://${MATON_HOSTS.gateway}`;
export const DEFAULT_CONTROL_URL = `https://${MATON_HOSTS.control}`;

/** The proxy's base URL, without trailing slash. @throws MYCO_USAGE, MYCO_INSECURE_URL */
export function gatewayUrlOf({ gatewayUrl }: GatewayOptions): string {
  return baseUrl(gatewayUrl ?? DEFAULT_GATEWAY_URL, "The gateway's URL (MATON_API_URL, MATON_GATEWAY_URL)");
}

/**
 * Which gateway a program with these options talks to: the origin of the proxy, `https://gateway.maton.ai` or
 * `http://127.0.0.1:4010`. Sends nothing, and needs no key.
 * @throws MYCO_USAGE, MYCO_INSECURE_URL for a URL that is not usable
 */
export function gatewayOrigin(options: GatewayOptions = gatewayOptions()): string {
  return new URL(gatewayUrlOf(options)).origin;
}

/**
 * Whether two origins ({@link gatewayOrigin}) lead to the same accounts. Maton's hosts are one gateway, by https. This machine
 * is one, whatever the port (an emulator gets another one with each start), and never a remote one. Any other origin
 * equals itself only.
 */
export function sameGateway(first: string, second: string): boolean {
  return first === second || gatewayName(first) === gatewayName(second);
}

function gatewayName(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  const url = new URL(origin);
  if (isLoopback(url.hostname)) return "loopback";
  const hosts: readonly string[] = Object.values(MATON_HOSTS);
  return url.protocol === "https:" && hosts.includes(url.host) ? "Maton" : url.origin;
}
