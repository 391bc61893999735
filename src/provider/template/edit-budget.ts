const DAY = 24 * 60 * 60 * 1000;

/** WhatsApp's edit budget of an approved template: one edit in 24 hours, and this many in 30 days. Source: Meta, edit a template. */
export const MAX_MONTHLY_EDITS = 10;
const KEPT = 30 * DAY;

/** Our recent edits, oldest first, with one more at `now`. */
export function withEdit(edits: readonly string[], now: Date): string[] {
  return [...recentEdits(edits, now), now.toISOString()];
}

export function recentEdits(edits: readonly string[], now: Date): string[] {
  return edits.filter((at) => now.getTime() - Date.parse(at) < KEPT);
}

/** When WhatsApp's edit budget allows the next edit of an approved template, according to our own edits. */
export function nextEditAt(edits: readonly string[], now: Date): Date | undefined {
  const times = recentEdits(edits, now).map((at) => Date.parse(at));
  const last = times.at(-1);
  if (last === undefined) return undefined;
  const daily = last + DAY;
  const monthly = times.length < MAX_MONTHLY_EDITS ? 0 : (times.at(-MAX_MONTHLY_EDITS) ?? 0) + KEPT;
  return new Date(Math.max(daily, monthly));
}

/** A time in messages: `2026-11-25 11:35 UTC`. */
export function shownTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
