import { setMaxListeners } from "node:events";
import type { Clock } from "../rate/clock.ts";

/**
 * Runs `work` under one signal that aborts as soon as one of `signals` does. Unlike `AbortSignal.any` it leaves nothing behind
 * on them: one signal may be shared by many thousands of calls.
 */
export async function underSignals<T>(
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const joint = new AbortController();
  const given = signals.filter((signal) => signal !== undefined);
  const listeners = given.map((signal) => {
    // One listener per call is not a leak, but Node 20 warns of more than ten.
    setMaxListeners(0, signal);
    const onAbort = () => joint.abort(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    return () => signal.removeEventListener("abort", onAbort);
  });
  const aborted = given.find((signal) => signal.aborted);
  if (aborted !== undefined) joint.abort(aborted.reason);
  try {
    return await work(joint.signal);
  } finally {
    for (const stop of listeners) stop();
  }
}

/** The result of `start`, unless the signal aborts first. @throws the signal's reason */
export async function unlessAborted<T>(signal: AbortSignal, start: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = withReject();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([start(), aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/** Waits by the given clock. @throws the signal's reason when it aborts first */
export function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

function withReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  return { promise, reject };
}
