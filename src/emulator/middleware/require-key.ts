import type { MiddlewareHandler } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import { tokenRequired } from "../graph/errors.ts";
import { tokenParameter } from "../graph/request.ts";
import type { EmulatorEnv, RequestContext } from "../http-env.ts";
import { MatonError } from "../maton/maton-error.ts";

function credential(c: RequestContext, schemes: RegExp): string | undefined {
  const [, scheme = "", key] = /^(\S+)\s+(\S+)\s*$/.exec(c.req.header("authorization") ?? "") ?? [];
  return schemes.test(scheme) ? key : undefined;
}

/** Requires Maton's key; 401 without it. */
export function requireKey(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const key = credential(c, /^bearer$/i);
    const { apiKey } = emulator.options;
    if (key === undefined || (apiKey !== undefined && key !== apiKey)) throw new MatonError(401, "Invalid API key");
    await next();
  };
}

/** Requires a token of direct calls: in a Bearer or OAuth header, in the query or in the body. Its value is not checked. */
export function requireToken(): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    if (!(credential(c, /^(bearer|oauth)$/i) ?? (await tokenParameter(c)))) throw tokenRequired();
    await next();
  };
}

/** The API key that a request counts towards. */
export function callerOf(c: RequestContext): string {
  return credential(c, /^bearer$/i) ?? "";
}
