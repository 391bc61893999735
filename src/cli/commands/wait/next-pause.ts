const FIRST_MS = 30_000;
const LONGEST_MS = 5 * 60_000;
const FACTOR = 1.5;

/** How long to wait until the next look, after the last pause: 30 s, 45 s, 67 s … 5 min. A half-hour wait costs 11 looks. */
export function nextPause(last: number | undefined): number {
  return last === undefined ? FIRST_MS : Math.min(Math.round(last * FACTOR), LONGEST_MS);
}
