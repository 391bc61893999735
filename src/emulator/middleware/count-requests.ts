import { performance } from "node:perf_hooks";
import type { MiddlewareHandler } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorEnv } from "../http-env.ts";

const PATTERNS: readonly [RegExp, string][] = [
  [/^v\d+\.\d+$/, "{version}"],
  [/^\d+$/, "{id}"],
  [/^upload:/, "{upload}"],
  [/^[0-9a-f]{8}-[0-9a-f-]{27}$/, "{connection_id}"],
];

/** A path with its ids replaced, such as `/whatsapp-business/{version}/{id}/message_templates`. */
function routeOf(path: string): string {
  const named = (segment: string) => PATTERNS.find(([pattern]) => pattern.test(segment))?.[1] ?? segment;
  return path.split("/").map(named).join("/");
}

export function countRequests(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    if (c.req.path.startsWith("/_emulator")) return next();
    emulator.metrics.arrived(performance.now());
    await next();
    emulator.metrics.answered(`${c.req.method} ${routeOf(c.req.path)}`, c.get("notedStatus") ?? c.res.status);
  };
}
