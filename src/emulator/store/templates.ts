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

/** Sets a status; what was scheduled for the former one no longer applies. */
export function setTemplateStatus(
  template: TemplateRecord,
  status: string,
  now: number,
  rejectedReason = "NONE",
): void {
  for (const schedule of ["pausedUntil", "goneAt", "isAboveLimit"] as const) delete template[schedule];
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
