import { PERIODS } from "../clock.ts";
import type { Account, NameLock, TemplateRecord } from "./state.ts";
import { templateCategory, templateLanguage, templateName } from "./templates.ts";

/** How long a deleted name and language is locked: "4 weeks" in the message, 30 days in practice. */
const LOCK = 30 * PERIODS.DAY;

export function removeTemplate(account: Account, template: TemplateRecord, now: number): void {
  account.templates = account.templates.filter((candidate) => candidate !== template);
  const lock = {
    name: templateName(template),
    language: templateLanguage(template),
    category: templateCategory(template),
    until: now + LOCK,
  };
  account.locks = [
    ...account.locks.filter((other) => !(other.name === lock.name && other.language === lock.language)),
    lock,
  ];
}

export function locksOn(account: Account, name: string, now: number): NameLock[] {
  return account.locks.filter((lock) => lock.name === name && lock.until > now);
}

/** The remaining time, in WhatsApp's words. */
export function timeLeft(lock: NameLock, now: number): string {
  const left = lock.until - now;
  const count = (period: number, unit: string) => {
    const amount = Math.ceil(left / period);
    return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
  };
  if (left > 28 * PERIODS.DAY) return "4 weeks";
  if (left > PERIODS.DAY) return count(PERIODS.DAY, "day");
  if (left > PERIODS.HOUR) return count(PERIODS.HOUR, "hour");
  return left > PERIODS.MINUTE ? count(PERIODS.MINUTE, "minute") : "less than 1 minute";
}
