import { setTimeout as sleep } from "node:timers/promises";
import type { MiddlewareHandler } from "hono";
import type { EmulatorEnv } from "../http-env.ts";
import type { World } from "../world.ts";

/** Waits in real time, without keeping the process alive. */
export async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false });
}

/** The way back is slow: a request takes effect, and counts for the rate, when it arrives. */
export function delayAnswers(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (_c, next) => {
    await next();
    await wait(world.options.latencyMs);
  };
}
