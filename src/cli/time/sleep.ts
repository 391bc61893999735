import { MycobotError } from "../../errors/index.ts";
import type { Clock } from "../../gateway/index.ts";

/** Resolves `ms` milliseconds later. @throws MYCO_INTERRUPTED when the signal aborts */
export function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel();
      reject(new MycobotError("MYCO_INTERRUPTED", "Interrupted."));
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
