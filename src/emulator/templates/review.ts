import type { EmulatorContext } from "../emulator-context.ts";
import { isObject, listOf } from "../json.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { contentKey } from "./record.ts";

function duplicates(account: Account, template: TemplateRecord): boolean {
  const keyOf = ({ shown }: TemplateRecord) => contentKey(listOf(shown.components).filter(isObject));
  return account.templates.some((other) => other !== template && keyOf(other) === keyOf(template));
}

/** Schedules the verdict that the emulator's options ask for. */
export function submitForReview(emulator: EmulatorContext, account: Account, template: TemplateRecord): void {
  const { outcome, delayMs } = emulator.options.review;
  delete template.review;
  if (emulator.switches.rejectDuplicateContent && duplicates(account, template)) {
    template.review = { outcome: "REJECTED", at: "next-read" };
  } else if (outcome !== "pending") {
    template.review = { outcome: outcome === "approve" ? "APPROVED" : "REJECTED", at: "next-read" };
  } else if (delayMs !== undefined) {
    template.review = { outcome: "APPROVED", at: emulator.now() + delayMs };
  }
}
