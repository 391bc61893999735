import { setMaxListeners } from "node:events";

/**
 * Runs `work` under one signal that aborts as soon as one of `signals` does. Unlike `AbortSignal.any` it leaves nothing behind on
 * them: one signal may see many thousands of calls.
 */
export async function underSignals<T>(
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const joint = new AbortController();
  const given = signals.filter((signal) => signal !== undefined);
  const listeners = given.map((signal) => {
    // As many as there are calls, which is no leak: Node 20 would warn of more than ten.
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

/** What `start` gives, unless the signal aborts before that. @throws the signal's reason */
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

function withReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  return { promise, reject };
}
