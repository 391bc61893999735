import { MycobotError } from "../../errors/index.ts";
import { nextVersion } from "../../model/template/index.ts";
import { MAX_MONTHLY_EDITS, nextEditAt, recentEdits, shownTime } from "../../model/template/life-cycle/edit-budget.ts";
import type { Run } from "../run.ts";
import { obstacleOf } from "./refusals.ts";
import type { TemplateFacts, TemplateInputs } from "./state.ts";

/** A changed declaration, and what the state says about its template. */
export interface DeclaredEdit {
  before: TemplateInputs;
  after: TemplateInputs;
  facts: TemplateFacts & { edits: string[] };
  urn: string | undefined;
}

const LOOK_AGAIN = "To look at the account first: pulumi preview --refresh.";

/**
 * Says in the preview what an edit means for customers, or why WhatsApp will refuse it. Everything comes from the state, as of its
 * last read, so it only warns. The exception is the category of an approved template, which nothing can change.
 *
 * @throws MYCO_TEMPLATE_NOT_EDITABLE in a preview
 */
export function announceEdit(edit: DeclaredEdit, run: Run): void {
  if (isCategoryFixed(edit)) {
    // An error of `diff` ends the run, whatever --continue-on-error says: `update` refuses this template alone.
    if (run.isApply) return;
    throw fixedCategory(edit);
  }
  const { after, facts, urn } = edit;
  const now = run.now();
  const label = `${after.name}/${after.language}`;
  const refusal = refusalOf(edit, now);
  if (refusal !== undefined) {
    run.warnings.add("MYCO_W_EDIT_REFUSED", `${label}: up will not edit it: ${refusal} ${LOOK_AGAIN}`, urn);
  } else {
    run.warnings.add("MYCO_W_EDIT", `${label}: ${meaningOf(edit, now)} (${facts.status} ${ageOf(facts)})`, urn);
  }
}

/** `as of 2026-11-24 10:00 UTC` */
function ageOf({ asOf }: TemplateFacts): string {
  return asOf === undefined ? "as of the last run" : `as of ${shownTime(new Date(asOf))}`;
}

/** If WhatsApp has already assigned the declared category, the change needs no request. */
function isCategoryFixed({ before, after, facts }: DeclaredEdit): boolean {
  const wanted = after.category.toUpperCase();
  return before.category.toUpperCase() !== wanted && facts.status === "APPROVED" && facts.approvedCategory !== wanted;
}

function fixedCategory({ before, after, facts }: DeclaredEdit): MycobotError {
  const [was, wanted] = [before.category.toUpperCase(), after.category.toUpperCase()];
  return new MycobotError(
    "MYCO_TEMPLATE_NOT_EDITABLE",
    `the category of an approved template cannot be changed (${was} to ${wanted}; APPROVED ${ageOf(facts)})`,
    {
      hint: `Declare a new version (version: ${nextVersion(after.name)}) and move the old content to previous, or restore category: ${was}. ${LOOK_AGAIN}`,
    },
  );
}

/** Why WhatsApp will refuse an edit; undefined if the state shows no obstacle. */
function refusalOf({ after, facts }: DeclaredEdit, now: Date): string | undefined {
  const { status, pendingSince, edits } = facts;
  const obstacle = obstacleOf(status, after.name);
  if (obstacle !== undefined) {
    const since = pendingSince === undefined ? "" : ` since ${shownTime(new Date(pendingSince))}`;
    return `it is ${status}${since} (${ageOf(facts)}), and ${obstacle.reason}. ${obstacle.hint}`;
  }
  const next = nextEditAt(edits, now);
  if (status !== "APPROVED" || next === undefined || next <= now) return undefined;
  const last = shownTime(new Date(edits.at(-1) ?? ""));
  return `its last edit was at ${last}, ${countOf(edits, now)}, and an approved template can be edited once in 24 hours and ${MAX_MONTHLY_EDITS} times in 30 days. Next edit possible at ${shownTime(next)}; to change the text now, declare a new version (version: ${nextVersion(after.name)}).`;
}

function countOf(edits: readonly string[], now: Date): string {
  return `${recentEdits(edits, now).length} of ${MAX_MONTHLY_EDITS} edits in 30 days`;
}

function meaningOf({ after, facts }: DeclaredEdit, now: Date): string {
  if (facts.status === "REJECTED") {
    const reason = facts.rejectedReason === undefined ? "" : ` (${facts.rejectedReason})`;
    return `WhatsApp rejected it${reason}; the new content is submitted for review again.`;
  }
  const review =
    "the edit sends it back to review. While it is PENDING it may not be sendable at all: to keep sending, declare a new version";
  if (facts.status !== "APPROVED") return `${review} (version: ${nextVersion(after.name)}).`;
  const tomorrow = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  const used = recentEdits(facts.edits, now).length + 1;
  return `${review} (version: ${nextVersion(after.name)}). It uses the edit of the day, ${used} of ${MAX_MONTHLY_EDITS} in 30 days; the next one is possible after ${shownTime(tomorrow)}.`;
}
