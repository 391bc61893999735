import { textOf, upperOf } from "../json.ts";
import type { Account, EmulatorState, TemplateRecord } from "./state.ts";

export function templateName(template: TemplateRecord): string {
  return textOf(template.shown.name) ?? "";
}

export function templateLanguage(template: TemplateRecord): string {
  return textOf(template.shown.language) ?? "";
}

/** In capitals. A seed may have another case. */
export function templateStatus(template: TemplateRecord): string {
  return upperOf(template.shown.status);
}

export function templateCategory(template: TemplateRecord): string {
  return upperOf(template.shown.category);
}

/** The origin of a template, in capitals; empty when the business created it. A read shows it on request only. */
export function templateSource({ asked, shown }: TemplateRecord): string {
  return upperOf(asked.source ?? shown.source);
}

export const GENERATED = "AUTO_GENERATED";

/** Whether WhatsApp generated the template, for Direct Send: it can be neither edited nor deleted. */
export function isGenerated(template: TemplateRecord): boolean {
  return templateSource(template) === GENERATED;
}

export function setTemplateStatus(
  template: TemplateRecord,
  status: string,
  now: number,
  rejectedReason = "NONE",
): void {
  template.shown.status = status;
  template.asked.rejected_reason = rejectedReason;
  template.updated = now;
}

export function findTemplate(
  state: EmulatorState,
  id: string,
): { account: Account; template: TemplateRecord } | undefined {
  for (const account of state.accounts) {
    const template = account.templates.find((candidate) => candidate.id === id);
    if (template !== undefined) return { account, template };
  }
  return undefined;
}

export function templatesNamed(account: Account, name: string): TemplateRecord[] {
  return account.templates.filter((template) => templateName(template) === name);
}

/** Applies a verdict that is due and returns whether there was one. Some reviews end only with a read (`reading`). */
export function settleReview(template: TemplateRecord, now: number, reading: boolean): boolean {
  const { review } = template;
  if (review === undefined || (review.at === "next-read" ? !reading : review.at > now)) return false;
  delete template.review;
  setTemplateStatus(template, review.outcome, now, review.outcome === "REJECTED" ? "INVALID_FORMAT" : "NONE");
  return true;
}

export function settleReviews(account: Account, now: number, reading: boolean): boolean {
  return account.templates.map((template) => settleReview(template, now, reading)).includes(true);
}
