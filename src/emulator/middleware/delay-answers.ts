import { setTimeout as sleep } from "node:timers/promises";
import type { MiddlewareHandler } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorEnv } from "../http-env.ts";

/** Waits in real time, without keeping the process alive. */
export async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false });
}

/** The way back is slow: a request takes effect, and counts for the rate, when it arrives. */
export function delayAnswers(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (_c, next) => {
    await next();
    await wait(emulator.options.latencyMs);
  };
}
