import type { EmulatorContext } from "../emulator-context.ts";
import { type JsonObject, listOf, objectOf, rowOf, upperOf } from "../json.ts";
import { limitCreates } from "../middleware/limit-calls.ts";
import { locksOn, timeLeft } from "../store/name-locks.ts";
import type { Account, NameLock, TemplateRecord } from "../store/state.ts";
import { templateCategory, templateLanguage, templateStatus, templatesNamed } from "../store/templates.ts";
import { LANGUAGE_NAMES } from "../tables/languages.ts";
import { acceptComponents, componentsOf } from "./components/index.ts";
import {
  checkedCategory,
  checkedLanguage,
  checkedName,
  checkedParameterFormat,
  checkedSendTtl,
  checkedSubCategory,
  passedOn,
} from "./envelope.ts";
import { libraryComponents } from "./library.ts";
import { settleTemplates, submitForReview, templateLimit } from "./life-cycle.ts";
import { newRecord, type RecordContent } from "./record.ts";
import { categoryMismatch, refusal } from "./refusals.ts";

function languageName(language: string): string {
  return rowOf(LANGUAGE_NAMES, language) ?? language;
}

/** As long as the name has no template, a lock on one language also fixes the category of the others. */
function checkLocks(locks: readonly NameLock[], language: string, category: string, now: number): void {
  const same = locks.find((lock) => lock.language === language);
  const first = same ?? locks[0];
  if (first === undefined) return;
  const words = [languageName(first.language), timeLeft(first, now)];
  if (first.category !== category) throw refusal("categoryWhileDeleted", ...words, first.category);
  if (same !== undefined) throw refusal("beingDeleted", ...words);
}

/**
 * Refuses a new template that conflicts with the account: the same name and language exists, the name has another
 * category, a delete has locked the name, or the limit is reached.
 */
function checkConflicts(
  emulator: EmulatorContext,
  account: Account,
  name: string,
  language: string,
  category: string,
): void {
  // A template that is being deleted counts as deleted: its name is locked.
  const siblings = templatesNamed(account, name).filter((one) => templateStatus(one) !== "PENDING_DELETION");
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

/** The category that WhatsApp assigns: the sent one, unless a switch changes it. */
function flipped(emulator: EmulatorContext, category: string): string {
  const { categoryFlip } = emulator.switches;
  if (categoryFlip === false) return category;
  const { from, to } = categoryFlip === true ? { from: "UTILITY", to: "MARKETING" } : categoryFlip;
  return category === from ? to : category;
}

function hasFlowButton(components: readonly JsonObject[]): boolean {
  return components.some((component) =>
    listOf(component.buttons).some((button) => upperOf(objectOf(button).type) === "FLOW"),
  );
}

/** The subcategory that WhatsApp assigns, if the switch is on. */
function gainedSubCategory(emulator: EmulatorContext, components: readonly JsonObject[]): string | undefined {
  if (!emulator.switches.subCategory) return undefined;
  return hasFlowButton(components) ? "FORM" : "CUSTOM";
}

function contentOf(emulator: EmulatorContext, parameters: JsonObject, version: number): RecordContent {
  const name = checkedName(parameters.name);
  const language = checkedLanguage(parameters.language);
  const category = checkedCategory(parameters.category);
  const parameterFormat = checkedParameterFormat(parameters.parameter_format);
  const sent = libraryComponents(parameters, language) ?? componentsOf(parameters.components);
  const { switches, state } = emulator;
  const context = { category, language, parameterFormat, version, switches, handles: state.handles };
  const components = acceptComponents(sent, context);
  const subCategory = checkedSubCategory(parameters.sub_category) ?? gainedSubCategory(emulator, components);
  const libraryName =
    parameters.library_template_name === undefined ? undefined : String(parameters.library_template_name);
  return {
    name,
    language,
    category,
    parameterFormat,
    sendTtl: checkedSendTtl(parameters.message_send_ttl_seconds, category),
    subCategory,
    libraryName,
    components,
  };
}

/** Templates in WhatsApp's own wording are approved without a review. */
function needsReview({ category, libraryName }: RecordContent): boolean {
  return category !== "AUTHENTICATION" && libraryName === undefined;
}

/** Creates a template from the parameters of `POST /{waba}/message_templates`, or throws WhatsApp's refusal. */
export function createTemplate(
  emulator: EmulatorContext,
  account: Account,
  parameters: JsonObject,
  version: number,
): TemplateRecord {
  const { review } = emulator.options;
  limitCreates(emulator, account);
  settleTemplates(emulator, account);
  const content = contentOf(emulator, parameters, version);
  checkConflicts(emulator, account, content.name, content.language, content.category);
  const category = flipped(emulator, content.category);
  const final = category === content.category ? content : { ...content, category, previousCategory: content.category };
  const approved = review.outcome === "approve" && !needsReview(final);
  const template = newRecord(final, approved ? "APPROVED" : "PENDING", passedOn(parameters), emulator.now());
  account.templates.unshift(template);
  if (!approved) submitForReview(emulator, account, template);
  emulator.changed();
  return template;
}
