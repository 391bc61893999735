import { durationText } from "../../../output/phrases.ts";
import { type LocalCheck, passed, skipped, warned } from "../check.ts";

const NAME = "clock";

/** Smaller differences may be due to the header's whole seconds and the duration of the response. */
const TOLERANCE_MS = 60_000;

/** Whether this machine's clock agrees with the gateway's. */
export const clock: LocalCheck = {
  name: NAME,
  run: ({ reading }) => {
    if (reading === undefined) return skipped(NAME, "No response contained the gateway's time.");
    const ahead = reading.here - reading.there;
    if (Math.abs(ahead) <= TOLERANCE_MS) return passed(NAME, "agrees with the gateway's clock");
    return warned(
      NAME,
      `This machine's clock is ${durationText(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} the gateway's.`,
      "Synchronize it with a time server: edit budgets, locks and certificates depend on it.",
    );
  },
};
