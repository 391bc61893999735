import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { isObject, type JsonObject, listOf, numberOf, textOf } from "../json.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import {
  isGenerated,
  setTemplateStatus,
  templateCategory,
  templateLanguage,
  templateName,
  templateStatus,
  templatesNamed,
} from "../store/templates.ts";
import { LIMITS } from "../tables/templates.ts";
import { acceptComponents, componentsOf } from "./components/index.ts";
import { checkedCategory, checkedParameterFormat, checkedSendTtl, checkedSubCategory, passedOn } from "./envelope.ts";
import { submitForReview } from "./life-cycle.ts";
import { shownFields } from "./record.ts";
import { categoryMismatch, refusal } from "./refusals.ts";

const EDITABLE = ["APPROVED", "REJECTED", "PAUSED"];

function checkBudget(template: TemplateRecord, now: number): void {
  const within = (period: number) => template.edits.filter((time) => time > now - period).length;
  if (within(PERIODS.DAY) >= LIMITS.editsPerDay || within(30 * PERIODS.DAY) >= LIMITS.editsPerMonth)
    throw refusal("notEditable");
}

function checkIdentity(template: TemplateRecord, { name, language }: JsonObject): void {
  if (name !== undefined && name !== templateName(template))
    throw invalidParameter("The name of a message template can't be edited.");
  if (language !== undefined && language !== templateLanguage(template))
    throw invalidParameter("The language of a message template can't be edited.");
}

function editedCategory(account: Account, template: TemplateRecord, { category }: JsonObject): string {
  const held = templateCategory(template);
  const sent = category === undefined ? held : checkedCategory(category);
  const isOnlyLanguage = templatesNamed(account, templateName(template)).length === 1;
  if (sent !== held && (templateStatus(template) === "APPROVED" || !isOnlyLanguage)) throw categoryMismatch(sent, held);
  return sent;
}

function editedFields(
  emulator: EmulatorContext,
  account: Account,
  template: TemplateRecord,
  parameters: JsonObject,
  version: number,
): JsonObject {
  const { shown, id } = template;
  const category = editedCategory(account, template, parameters);
  const parameterFormat = checkedParameterFormat(parameters.parameter_format ?? shown.parameter_format);
  const language = templateLanguage(template);
  const { switches, state } = emulator;
  const context = { category, language, parameterFormat, version, switches, handles: state.handles };
  const components =
    parameters.components === undefined
      ? listOf(shown.components).filter(isObject)
      : acceptComponents(componentsOf(parameters.components), context);
  const ttl = parameters.message_send_ttl_seconds;
  return shownFields(id, "PENDING", {
    name: templateName(template),
    language,
    category,
    previousCategory: textOf(shown.previous_category),
    parameterFormat,
    sendTtl: ttl === undefined ? numberOf(shown.message_send_ttl_seconds) : checkedSendTtl(ttl, category),
    subCategory: checkedSubCategory(parameters.sub_category) ?? textOf(shown.sub_category),
    libraryName: textOf(shown.library_template_name),
    components,
  });
}

/** Edits a template: `components` replaces all of them. Throws WhatsApp's refusal. */
export function editTemplate(
  emulator: EmulatorContext,
  account: Account,
  template: TemplateRecord,
  parameters: JsonObject,
  version: number,
): void {
  if (isGenerated(template)) throw refusal("generatedNotEditable");
  const now = emulator.now();
  const status = templateStatus(template);
  if (!EDITABLE.includes(status)) throw refusal("notEditable");
  checkIdentity(template, parameters);
  const fields = editedFields(emulator, account, template, parameters, version);
  if (status === "APPROVED") {
    if (emulator.options.quotas) checkBudget(template, now);
    template.edits.push(now);
  }
  template.shown = fields;
  Object.assign(template.asked, passedOn(parameters));
  setTemplateStatus(template, "PENDING", now);
  submitForReview(emulator, account, template);
  emulator.changed();
}
