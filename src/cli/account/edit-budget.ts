const DAY = 24 * 60 * 60_000;

/** Whether WhatsApp takes an edit now, as far as a read of the account tells. */
export interface EditBudget {
  /** `yes` · `no` · `perhaps`: the template changed less than 24 hours ago, by an edit or otherwise. */
  now: "yes" | "no" | "perhaps";
  /** With `perhaps`: when it is `yes` at the latest, ISO 8601. */
  from?: string;
  /** Why. */
  because: string;
}

const UNLIMITED: readonly string[] = ["REJECTED", "PAUSED"];

/** Graph writes `+0000` where ISO 8601 has `+00:00`; some fields are seconds since the epoch. */
function timeOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  return /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
}

/**
 * The edit budget from what a read shows: the status and `last_updated_time`. WhatsApp takes 1 edit of an APPROVED template in 24
 * hours, and 10 in 30 days; how many of these are left no read tells. Source: Meta's template management page.
 */
export function editBudget(status: string, lastUpdated: string | undefined, now: number): EditBudget {
  if (UNLIMITED.includes(status))
    return { now: "yes", because: `${status} templates may be edited any number of times` };
  if (status !== "APPROVED") return { now: "no", because: `${status} templates cannot be edited` };
  const end = timeOf(lastUpdated) + DAY;
  if (Number.isNaN(end)) return { now: "perhaps", because: "WhatsApp did not say when it was last changed" };
  if (end <= now) return { now: "yes", because: "last changed more than 24 hours ago" };
  const because = "changed within 24 hours, by an edit or by review";
  return { now: "perhaps", from: new Date(end).toISOString(), because };
}
