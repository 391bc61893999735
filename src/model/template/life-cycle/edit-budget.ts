import { meaningOfStatus } from "./statuses.ts";

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

/** Whether WhatsApp accepts an edit now, as far as it is known. No call returns the budget. */
export interface EditBudget {
  /** `perhaps`: unknown. */
  now: "yes" | "no" | "perhaps";
  /** With `no`, if the budget is used up: when the next edit is possible, ISO 8601. */
  from?: string;
  /** Our edits of the last 30 days, ISO 8601, oldest first; absent if Pulumi's state is not known. */
  ours?: readonly string[];
  /** Why. */
  because: string;
}

export interface EditEvidence {
  status: string;
  /** Last change of any kind, by an edit, a review or by WhatsApp: milliseconds since the epoch. */
  changed?: number | undefined;
  /** What Pulumi's state records: our edits, and when the template was created or imported. */
  recorded?: { edits: readonly string[]; created?: number | undefined } | undefined;
}

/** The edit budget, from the status, the time of the last change, and our own edits. @param now milliseconds since the epoch */
export function editBudget({ status, changed, recorded }: EditEvidence, now: number): EditBudget {
  const { edits = undefined } = meaningOfStatus(status) ?? {};
  const ours = recorded === undefined ? undefined : recentEdits(recorded.edits, new Date(now));
  return { ...verdict(), ...(ours === undefined ? {} : { ours }) };

  function verdict(): Omit<EditBudget, "ours"> {
    if (edits === undefined) return { now: "perhaps", because: `the status ${status} is not known` };
    if (edits === "unlimited") return { now: "yes", because: `${status} templates can be edited any number of times` };
    if (edits === "none") return { now: "no", because: `${status} templates cannot be edited` };
    const next = ours === undefined ? undefined : nextEditAt(ours, new Date(now));
    if (next !== undefined && next.getTime() > now) {
      const because = `${ours?.length} of ${MAX_MONTHLY_EDITS} edits in 30 days, the last at ${ours?.at(-1)}`;
      return { now: "no", from: next.toISOString(), because };
    }
    if (changed === undefined) return { now: "perhaps", because: "WhatsApp returned no time of the last change" };
    if (changed + DAY <= now) return { now: "yes", because: "last changed more than 24 hours ago" };
    if (recorded?.created !== undefined && recorded.created + DAY > now) {
      return { now: "yes", because: "created within 24 hours and not edited since" };
    }
    return {
      now: "perhaps",
      because: "changed within 24 hours, by an edit in WhatsApp Manager, by review or by WhatsApp",
    };
  }
}
