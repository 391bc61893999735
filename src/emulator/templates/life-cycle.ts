import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { isObject, listOf, upperOf } from "../json.ts";
import { isSendOf } from "../store/messages.ts";
import { removeTemplate } from "../store/name-locks.ts";
import type { Account, EmulatorState, TemplateRecord } from "../store/state.ts";
import { setTemplateStatus, templateCategory, templateStatus } from "../store/templates.ts";
import { LIMITS } from "../tables/templates.ts";

// Source: WhatsApp, template review, template pausing, template deletion, template archival, template limits.

/** How long low quality pauses a template, the first and the second time. The third time disables it. */
const PAUSES = [3 * PERIODS.HOUR, 6 * PERIODS.HOUR];

/** WhatsApp archives a template that has not been sent or changed for the first time span, and deletes it after the second. */
const UNUSED = 365 * PERIODS.DAY;
const KEPT_IN_ARCHIVE = 28 * PERIODS.DAY;
const ARCHIVED_FROM = ["APPROVED", "REJECTED"];

/** How long WhatsApp tries to deliver a message; a deleted template exists that long if one is on its way. */
const DELIVERY = 30 * PERIODS.DAY;

/** Body and footer, which review compares between templates. */
function contentKey({ shown }: TemplateRecord): string {
  const components = listOf(shown.components).filter(isObject);
  const textIn = (type: string) => components.find((component) => upperOf(component.type) === type)?.text ?? "";
  return JSON.stringify([textIn("BODY"), textIn("FOOTER")]);
}

/** The texts of authentication templates are WhatsApp's own, and therefore all the same. */
function isDuplicate(account: Account, template: TemplateRecord): boolean {
  if (templateCategory(template) === "AUTHENTICATION") return false;
  const key = contentKey(template);
  return account.templates.some((other) => other !== template && contentKey(other) === key);
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

/**
 * Pauses a template. Low quality pauses it for 3 hours, then for 6 hours, and the third time disables it. Pacing pauses it
 * until it is unpaused.
 */
export function pauseTemplate(template: TemplateRecord, reason: "quality" | "pacing", now: number): void {
  if (reason === "pacing") {
    setTemplateStatus(template, "PAUSED", now);
    return;
  }
  const pause = PAUSES[template.pauses ?? 0];
  template.pauses = (template.pauses ?? 0) + 1;
  setTemplateStatus(template, pause === undefined ? "DISABLED" : "PAUSED", now);
  if (pause !== undefined) template.pausedUntil = now + pause;
}

/** Deletes a template: at once, or as soon as no message that uses it is on its way. Its name is locked from now on. */
export function deleteTemplate(
  { phones, messages }: EmulatorState,
  account: Account,
  template: TemplateRecord,
  now: number,
): void {
  const ours = phones.filter(({ waba }) => waba === account.id).map(({ id }) => id);
  const waiting = messages.filter(
    (message) => message.isUndelivered === true && ours.includes(message.phone) && isSendOf(message, template),
  );
  const until = Math.max(0, ...waiting.map(({ at }) => at + DELIVERY));
  removeTemplate(account, template, now);
  if (until <= now) return;
  delete template.review;
  setTemplateStatus(template, "PENDING_DELETION", now);
  template.goneAt = until;
  account.templates.unshift(template);
}

/** Applies a verdict that is due. Some reviews end only with a read. */
function endReview(template: TemplateRecord, now: number, isRead: boolean): boolean {
  const { review } = template;
  if (review === undefined || (review.at === "next-read" ? !isRead : review.at > now)) return false;
  delete template.review;
  setTemplateStatus(template, review.outcome, now, review.outcome === "REJECTED" ? "INVALID_FORMAT" : "NONE");
  return true;
}

function endPause(template: TemplateRecord, now: number): boolean {
  const { pausedUntil } = template;
  if (pausedUntil === undefined || pausedUntil > now) return false;
  setTemplateStatus(template, "APPROVED", pausedUntil);
  return true;
}

function archiveIfUnused(template: TemplateRecord, now: number): boolean {
  const at = Math.max(template.used ?? 0, template.updated) + UNUSED;
  if (at > now || !ARCHIVED_FROM.includes(templateStatus(template))) return false;
  setTemplateStatus(template, "ARCHIVED", at);
  return true;
}

/** When a template ceases to exist by itself; undefined for one that stays. */
function endOf(template: TemplateRecord): number | undefined {
  if (templateStatus(template) === "ARCHIVED") return template.updated + KEPT_IN_ARCHIVE;
  return template.goneAt;
}

/** How many templates an account may have; every language counts. */
export function templateLimit({ switches }: EmulatorContext): number {
  return switches.templateLimit ?? (switches.unverifiedBusiness ? LIMITS.templatesUnverified : LIMITS.templates);
}

/** The newest approved templates above the account's limit cannot be sent until there is room for them. */
function applyLimit(emulator: EmulatorContext, account: Account): boolean {
  const excess = emulator.options.quotas ? account.templates.length - templateLimit(emulator) : 0;
  let changed = false;
  for (const [index, template] of account.templates.entries()) {
    const isAbove = index < excess;
    if (isAbove ? templateStatus(template) !== "APPROVED" : template.isAboveLimit !== true) continue;
    changed = true;
    setTemplateStatus(template, isAbove ? "LIMIT_EXCEEDED" : "APPROVED", emulator.now());
    if (isAbove) template.isAboveLimit = true;
  }
  return changed;
}

/**
 * Brings the templates of an account up to the present: verdicts, ends of pauses, archival, deletions, the account's limit.
 * `read`: the template that is being read, or all of them.
 */
export function settleTemplates(emulator: EmulatorContext, account: Account, read?: TemplateRecord | "all"): void {
  const now = emulator.now();
  let changed = false;
  const ended: TemplateRecord[] = [];
  for (const template of account.templates) {
    const isRead = read === "all" || read === template;
    changed = endReview(template, now, isRead) || changed;
    changed = endPause(template, now) || changed;
    changed = archiveIfUnused(template, now) || changed;
    if ((endOf(template) ?? Number.POSITIVE_INFINITY) <= now) ended.push(template);
  }
  for (const template of ended) {
    // The name of a template in PENDING_DELETION has been locked since its delete.
    if (template.goneAt === undefined) removeTemplate(account, template, endOf(template) ?? now);
    else account.templates = account.templates.filter((other) => other !== template);
  }
  const isLimited = applyLimit(emulator, account);
  if (changed || isLimited || ended.length > 0) emulator.changed();
}
