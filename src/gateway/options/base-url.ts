import { MycobotError } from "../../errors/index.ts";
import { redact } from "../redact/index.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** This machine: what is sent there meets no network. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * A base URL without trailing slash; `name` is where it comes from, for messages.
 * @throws MYCO_USAGE when it is no base URL, MYCO_INSECURE_URL when the key would travel unencrypted
 */
export function baseUrl(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new MycobotError("MYCO_USAGE", `${name} is not an http(s) URL: ${redact(text)}`, {
      hint: "Give scheme and host: https://api.maton.ai.",
    });
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new MycobotError("MYCO_USAGE", `${name} has more than scheme, host and path`, {
      hint: "Take out user, password, query and fragment.",
    });
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new MycobotError(
      "MYCO_INSECURE_URL",
      `${name} is plain http to ${url.host}: the key would travel unencrypted`,
      {
        hint: "Use https. Plain http is for this machine only (127.0.0.1, localhost).",
      },
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}
