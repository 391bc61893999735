import type { MiddlewareHandler } from "hono";
import { ControlError } from "../control/control-error.ts";
import type { EmulatorEnv } from "../http-env.ts";

/** Loopback names and addresses, with any port. The emulator listens on 127.0.0.1 only. */
const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

function checkHost(host: string): void {
  if (LOCAL_HOST.test(host)) return;
  throw new ControlError(
    421,
    `the control surface does not answer to the host "${host}"; call it by 127.0.0.1 or localhost`,
  );
}

function checkOrigin(host: string, origin: string | undefined): void {
  if (origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`) return;
  throw new ControlError(403, `the control surface takes no calls from other web pages (origin ${origin})`);
}

/** A link to the connect page is followed from anywhere. What a page loads by itself carries no Origin with GET. */
function checkFetchSite(site: string | undefined, isVisit: boolean): void {
  if (site === undefined || site === "same-origin" || site === "none" || isVisit) return;
  throw new ControlError(403, "the control surface takes no calls from other web pages");
}

/**
 * The control surface has no key. A browser must not be able to lend its place on this machine to a foreign page:
 * neither by a cross-origin call, nor by a name that resolves to 127.0.0.1 (DNS rebinding).
 */
export function guardControl(): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    checkHost(host);
    checkOrigin(host, c.req.header("origin"));
    const isVisit = c.req.method === "GET" && c.req.header("sec-fetch-mode") === "navigate";
    checkFetchSite(c.req.header("sec-fetch-site"), isVisit);
    await next();
  };
}
