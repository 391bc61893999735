import { PERIODS } from "../clock.ts";

/** Notes a call and tells how many fall within the last hour, this one included. Calls that were refused count too. */
export function noteCall(log: number[], now: number): number {
  const first = log.findIndex((time) => time > now - PERIODS.HOUR);
  log.splice(0, first < 0 ? log.length : first);
  log.push(now);
  return log.length;
}
