/** A day: what a server could mean at most. */
const LONGEST_MS = 86_400_000;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds: seconds or an HTTP date (RFC 9110 §10.2.3).
 * Undefined when absent or not understood; at most a day.
 */
export function retryAfterMs(header: string | undefined, wallClock: number = Date.now()): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_MS);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - wallClock), LONGEST_MS);
}
