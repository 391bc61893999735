import { MycobotError } from "../../errors/index.ts";
import { redact } from "../redact.ts";
import { DEFAULT_GATEWAY_URL, MATON_HOSTS } from "./defaults.ts";
import { type GatewayOptions, gatewayOptions } from "./gateway-options.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host is this machine: requests to it do not cross a network. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * A base URL without trailing slash; `name` is its source, for messages.
 * @throws MYCO_USAGE when it is not a base URL, MYCO_INSECURE_URL when the key would be sent unencrypted
 */
export function baseUrl(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new MycobotError("MYCO_USAGE", `${name} is not an http(s) URL: ${redact(text)}`, {
      hint: `Write scheme and host: https://${MATON_HOSTS.api}.`,
    });
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new MycobotError("MYCO_USAGE", `${name} has more than scheme, host and path`, {
      hint: "Remove user, password, query and fragment.",
    });
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new MycobotError(
      "MYCO_INSECURE_URL",
      `${name} is plain http to ${url.host}: the key would be sent unencrypted`,
      {
        hint: "Use https. Plain http is accepted for this machine only (127.0.0.1, localhost).",
      },
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** The proxy's base URL, without trailing slash. @throws MYCO_USAGE, MYCO_INSECURE_URL */
export function gatewayUrlOf({ gatewayUrl }: GatewayOptions): string {
  return baseUrl(gatewayUrl ?? DEFAULT_GATEWAY_URL, "The gateway URL (MATON_API_URL, MATON_GATEWAY_URL)");
}

/**
 * The gateway that a program with these options uses: the origin of the proxy, such as `https://gateway.maton.ai` or
 * `http://127.0.0.1:4010`. Sends no request and requires no key.
 * @throws MYCO_USAGE, MYCO_INSECURE_URL for an invalid URL
 */
export function gatewayOrigin(options: GatewayOptions = gatewayOptions()): string {
  return new URL(gatewayUrlOf(options)).origin;
}

/**
 * Whether two origins ({@link gatewayOrigin}) lead to the same accounts. Maton's hosts are one gateway, over https. This machine
 * is one gateway regardless of the port (an emulator gets a new port at each start), and never a remote one. Any other origin
 * equals only itself.
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
