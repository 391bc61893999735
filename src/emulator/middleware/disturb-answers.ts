import { setTimeout as sleep } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { MiddlewareHandler } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import type { FaultEffect } from "../faults/schema.ts";
import type { EmulatorEnv, RequestContext } from "../http-env.ts";

/** Waits in real time, without keeping the process alive. */
async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false });
}

/** Delays the answer only: a request takes effect, and counts towards the rate, when it arrives. */
export function delayAnswers(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (_c, next) => {
    await next();
    await wait(emulator.options.latencyMs);
  };
}

function failure({ status = 200, body, headers = {} }: FaultEffect): Response {
  const isText = typeof body === "string";
  const type = isText ? (body.trimStart().startsWith("<") ? "text/html" : "text/plain") : "application/json";
  const content = body === undefined ? null : isText ? body : JSON.stringify(body);
  return new Response(content, {
    status,
    headers: { ...(content === null ? {} : { "content-type": type }), ...headers },
  });
}

/** Replaces the answer. Hono would merge the old headers into the new answer without the assignment of undefined. */
function answer(c: RequestContext, response: Response): void {
  c.res = undefined;
  c.res = response;
}

function cut(c: RequestContext): void {
  c.set("notedStatus", 0);
  answer(c, RESPONSE_ALREADY_SENT);
}

async function sendHalf(c: RequestContext): Promise<void> {
  const { status, headers } = c.res;
  const body = Buffer.from(await c.res.arrayBuffer());
  const { outgoing } = c.env;
  outgoing.writeHead(status, { ...Object.fromEntries(headers), "content-length": String(body.length) });
  await new Promise<void>((resolve) => {
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => resolve());
  });
  outgoing.destroy();
  cut(c);
}

/** Applies the fault rule that hits this request, if any. */
export function injectFaults(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const effect = emulator.faults.effectOn(c.req.method, c.req.path, new URL(c.req.url).search);
    if (effect === undefined) return next();
    const { status, body, reset = false, truncate = false, applyFirst = false, delayMs = 0, headers = {} } = effect;
    const passes = status === undefined && body === undefined && !reset;
    if (!applyFirst) await wait(delayMs);
    if (applyFirst || passes) await next();
    if (applyFirst) await wait(delayMs);
    if (reset) {
      c.env.incoming.socket.resetAndDestroy();
      return cut(c);
    }
    if (truncate) return sendHalf(c);
    if (!passes) return answer(c, failure(effect));
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}
