import type { EmulatorContext } from "../emulator-context.ts";
import { rowOf } from "../json.ts";
import { categoryMismatch, refusal } from "../rules/refusal.ts";
import { locksOn, timeLeft } from "../store/name-locks.ts";
import type { Account, NameLock } from "../store/state.ts";
import { templateCategory, templateLanguage, templatesNamed } from "../store/templates.ts";
import { LANGUAGES } from "../tables/languages.ts";
import { LIMITS } from "../tables/template-limits.ts";

function languageName(language: string): string {
  return rowOf(LANGUAGES, language) ?? language;
}

/** While nothing of the name is left, a lock on one language also holds the category for the others. */
function checkLocks(locks: readonly NameLock[], language: string, category: string, now: number): void {
  const same = locks.find((lock) => lock.language === language);
  const first = same ?? locks[0];
  if (first === undefined) return;
  const words = [languageName(first.language), timeLeft(first, now)];
  if (first.category !== category) throw refusal("categoryWhileDeleted", ...words, first.category);
  if (same !== undefined) throw refusal("beingDeleted", ...words);
}

/** How many templates an account may hold; every language counts. */
export function templateLimit({ switches }: EmulatorContext): number {
  return switches.templateLimit ?? (switches.unverifiedBusiness ? LIMITS.templatesUnverified : LIMITS.templates);
}

/**
 * What the account already holds against a new template: the same name and language, another category of the name,
 * a lock after a delete, or no room left.
 */
export function checkConflicts(
  emulator: EmulatorContext,
  account: Account,
  name: string,
  language: string,
  category: string,
): void {
  const siblings = templatesNamed(account, name);
  if (siblings.some((template) => templateLanguage(template) === language))
    throw refusal("alreadyExists", languageName(language));
  const held = siblings[0];
  if (held !== undefined && templateCategory(held) !== category)
    throw categoryMismatch(category, templateCategory(held));
  const locks = locksOn(account, name, emulator.now());
  checkLocks(
    held === undefined ? locks : locks.filter((lock) => lock.language === language),
    language,
    category,
    emulator.now(),
  );
  const limit = templateLimit(emulator);
  if (emulator.options.quotas && account.templates.length >= limit) throw refusal("templateLimit", limit);
  if (emulator.switches.unverifiedBusiness && category === "AUTHENTICATION") throw refusal("unverified");
}
