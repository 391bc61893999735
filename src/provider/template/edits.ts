const DAY = 24 * 60 * 60 * 1000;

/** How long WhatsApp counts an edit of an approved template (facts: 1 in 24 hours, 10 in 30 days). */
const KEPT = 30 * DAY;

/** Our edits of the last 30 days, oldest first, with one more at `now`. */
export function withEdit(edits: readonly string[], now: Date): string[] {
  return [...recentEdits(edits, now), now.toISOString()];
}

export function recentEdits(edits: readonly string[], now: Date): string[] {
  return edits.filter((at) => now.getTime() - Date.parse(at) < KEPT);
}

/** When WhatsApp's edit budget allows the next edit of an approved template, as far as our own edits tell. */
export function nextEditAt(edits: readonly string[], now: Date): Date | undefined {
  const times = recentEdits(edits, now).map((at) => Date.parse(at));
  const last = times.at(-1);
  if (last === undefined) return undefined;
  const daily = last + DAY;
  const monthly = times.length < 10 ? 0 : (times.at(-10) ?? 0) + KEPT;
  return new Date(Math.max(daily, monthly));
}
