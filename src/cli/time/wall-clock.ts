import type { Clock } from "../../gateway/index.ts";

/** The system's time, in milliseconds since the epoch. */
export const wallClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
