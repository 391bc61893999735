import { MycobotError } from "../../errors/index.ts";
import { isGatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../rate/clock.ts";
import { sleep } from "../retry/sleep.ts";
import type { CallOptions } from "../types/call-options.ts";
import type { Connection } from "../types/connection.ts";

export interface WaitCall extends CallOptions {
  connectionId: string;
  /** Default 5 minutes. */
  timeoutMs?: number;
  /** Between two looks. Default 2 seconds. */
  intervalMs?: number;
}

/** As Maton's own command waits. Source: its manual, `connection create`. */
const DEFAULTS = { timeoutMs: 300_000, intervalMs: 2_000 };

/** Looks until the connection is ACTIVE. */
export async function waitUntilActive(
  { connectionId, timeoutMs = DEFAULTS.timeoutMs, intervalMs = DEFAULTS.intervalMs, signal }: WaitCall,
  get: (call: { connectionId: string; signal?: AbortSignal | undefined }) => Promise<Connection>,
  clock: Clock,
): Promise<Connection> {
  const end = clock.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const connection = await get({ connectionId, signal });
      if (connection.status === "ACTIVE") return connection;
      if (connection.status === "FAILED") throw failed(connectionId);
      last = undefined;
    } catch (error) {
      if (!mayPass(error)) throw error;
      last = error;
    }
    const left = end - clock.now();
    if (left <= 0) throw timedOut(connectionId, timeoutMs, last);
    await interruptible(connectionId, () => sleep(clock, Math.min(intervalMs, left), signal));
  }
}

/** Also 404: a connection that was just made may not be everywhere yet. */
function mayPass(error: unknown): boolean {
  if (!isGatewayError(error) || error.code === "MYCO_INTERRUPTED") return false;
  const { status } = error;
  return status === undefined || status === 404 || status === 429 || status >= 500;
}

async function interruptible(connectionId: string, wait: () => Promise<void>): Promise<void> {
  try {
    await wait();
  } catch (cause) {
    throw new MycobotError("MYCO_INTERRUPTED", `Waiting for the connection ${connectionId} was interrupted`, { cause });
  }
}

function failed(connectionId: string): MycobotError {
  return new MycobotError("MYCO_CONNECTION_NOT_ACTIVE", `The connection ${connectionId} is FAILED`, {
    hint: `Delete it (\`mycobot connections delete ${connectionId}\`) and make another one.`,
  });
}

function timedOut(connectionId: string, timeoutMs: number, cause: unknown): MycobotError {
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  return new MycobotError(
    "MYCO_TIMED_OUT",
    `The connection ${connectionId} was not ACTIVE after ${Math.round(timeoutMs / 1000)} s${why}`,
    {
      hint: `Open its URL (\`mycobot connections open ${connectionId}\`); when the link is older than half an hour, make another connection.`,
      cause,
    },
  );
}
