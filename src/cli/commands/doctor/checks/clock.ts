import { durationText } from "../../../time/duration.ts";
import { type Check, passed, skipped, warned } from "../check.ts";

/** Whole seconds of the header, and the way of the answer, are no difference. */
const TOLERANCE_MS = 60_000;

/** This machine's time and the `Date` header of an answer, both in milliseconds since the epoch. */
export interface ClockReading {
  here: number;
  there: number;
}

export function checkClock(reading: ClockReading | undefined): Check {
  if (reading === undefined) return skipped("clock", "No answer told the other side's time.");
  const ahead = reading.here - reading.there;
  if (Math.abs(ahead) <= TOLERANCE_MS) return passed("clock", "agrees with the gateway's");
  return warned(
    "clock",
    `This machine's clock is ${durationText(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} the gateway's.`,
    "Set it by a time server: edit budgets, locks and certificates count by it.",
  );
}
