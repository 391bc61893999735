import { performance } from "node:perf_hooks";
import type { MiddlewareHandler } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorEnv } from "../http-env.ts";
import { MatonError } from "../maton/maton-error.ts";
import { callerOf } from "./require-key.ts";
import { SlidingSecond } from "./sliding-second.ts";

/** Answers at most `rate` requests of an API key in any sliding second, on both planes together. Refused requests do not count. */
export function limitRate(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const { rate } = emulator.options;
    if (rate === 0) return next();
    const caller = callerOf(c);
    const window = emulator.rates.get(caller) ?? new SlidingSecond();
    emulator.rates.set(caller, window);
    const now = performance.now();
    if (window.countAt(now) >= rate) {
      const seconds = String(Math.ceil(window.waitAt(now) / 1000));
      throw new MatonError(429, "Too many requests", emulator.switches.retryAfter ? { "Retry-After": seconds } : {});
    }
    window.add(now);
    await next();
  };
}
