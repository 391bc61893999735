import type { EmulatorContext } from "../emulator-context.ts";
import { isObject, listOf, upperOf } from "../json.ts";
import type { Account, TemplateRecord } from "../store/state.ts";

/** Body and footer, which review compares between templates. */
function contentKey({ shown }: TemplateRecord): string {
  const components = listOf(shown.components).filter(isObject);
  const textIn = (type: string) => components.find((component) => upperOf(component.type) === type)?.text ?? "";
  return JSON.stringify([textIn("BODY"), textIn("FOOTER")]);
}

function isDuplicate(account: Account, template: TemplateRecord): boolean {
  return account.templates.some((other) => other !== template && contentKey(other) === contentKey(template));
}

/** Schedules the verdict that the emulator's options specify. */
export function submitForReview(emulator: EmulatorContext, account: Account, template: TemplateRecord): void {
  const { outcome, delayMs } = emulator.options.review;
  delete template.review;
  if (emulator.switches.rejectDuplicateContent && isDuplicate(account, template)) {
    template.review = { outcome: "REJECTED", at: "next-read" };
  } else if (outcome !== "pending") {
    template.review = { outcome: outcome === "approve" ? "APPROVED" : "REJECTED", at: "next-read" };
  } else if (delayMs !== undefined) {
    template.review = { outcome: "APPROVED", at: emulator.now() + delayMs };
  }
}
