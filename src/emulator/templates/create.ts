import type { EmulatorContext } from "../emulator-context.ts";
import type { JsonObject } from "../json.ts";
import { noteCall, tooManyCalls } from "../middleware/limit-calls.ts";
import { readBackComponents } from "../read-back/components.ts";
import { checkComponents, componentsOf } from "../rules/components.ts";
import {
  checkedCategory,
  checkedLanguage,
  checkedName,
  checkedParameterFormat,
  checkedSendTtl,
  checkedSubCategory,
  passedOn,
} from "../rules/envelope.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { checkConflicts } from "./conflicts.ts";
import { libraryComponents } from "./from-library.ts";
import { hasButton, newRecord, type TemplateContent } from "./record.ts";
import { submitForReview } from "./review.ts";

function flipped(emulator: EmulatorContext, category: string): string {
  const { categoryFlip } = emulator.switches;
  if (categoryFlip === false) return category;
  const { from, to } = categoryFlip === true ? { from: "UTILITY", to: "MARKETING" } : categoryFlip;
  return category === from ? to : category;
}

function gainedSubCategory(emulator: EmulatorContext, components: readonly JsonObject[]): string | undefined {
  if (!emulator.switches.subCategory) return undefined;
  return hasButton(components, "FLOW") ? "FORM" : "CUSTOM";
}

function contentOf(emulator: EmulatorContext, parameters: JsonObject, version: number): TemplateContent {
  const name = checkedName(parameters.name);
  const language = checkedLanguage(parameters.language);
  const category = checkedCategory(parameters.category);
  const parameterFormat = checkedParameterFormat(parameters.parameter_format);
  const sent = libraryComponents(parameters, language) ?? componentsOf(parameters.components);
  const { switches } = emulator;
  checkComponents(sent, { category, parameterFormat, version, switches, handles: emulator.state.handles });
  const components = readBackComponents(sent, { category, language, exampleForm: switches.exampleForm });
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

/** Templates of WhatsApp's own wording need no review. */
function needsReview({ category, libraryName }: TemplateContent): boolean {
  return category !== "AUTHENTICATION" && libraryName === undefined;
}

/** Creates a template from the parameters of `POST /{waba}/message_templates`, or throws what WhatsApp answers. */
export function createTemplate(
  emulator: EmulatorContext,
  account: Account,
  parameters: JsonObject,
  version: number,
): TemplateRecord {
  const { quotas, review } = emulator.options;
  if (quotas && noteCall(account.creates, emulator.now()) > emulator.switches.createsPerHour) throw tooManyCalls();
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
