import type { JsonObject } from "../json.ts";
import { tooManyCalls } from "../middleware/limit-calls.ts";
import { readBackComponents } from "../normalize/components.ts";
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
import { noteCall } from "../store/call-log.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import type { World } from "../world.ts";
import { checkConflicts } from "./conflicts.ts";
import { libraryComponents } from "./from-library.ts";
import { hasButton, newRecord, type TemplateContent } from "./record.ts";
import { submitForReview } from "./review.ts";

function flipped(world: World, category: string): string {
  const { categoryFlip } = world.switches;
  if (categoryFlip === false) return category;
  const { from, to } = categoryFlip === true ? { from: "UTILITY", to: "MARKETING" } : categoryFlip;
  return category === from ? to : category;
}

function gainedSubCategory(world: World, components: readonly JsonObject[]): string | undefined {
  if (!world.switches.subCategory) return undefined;
  return hasButton(components, "FLOW") ? "FORM" : "CUSTOM";
}

function contentOf(world: World, parameters: JsonObject, version: number): TemplateContent {
  const name = checkedName(parameters.name);
  const language = checkedLanguage(parameters.language);
  const category = checkedCategory(parameters.category);
  const parameterFormat = checkedParameterFormat(parameters.parameter_format);
  const sent = libraryComponents(parameters, language) ?? componentsOf(parameters.components);
  const { switches } = world;
  checkComponents(sent, { category, parameterFormat, version, switches, handles: world.state.handles });
  const components = readBackComponents(sent, { category, language, exampleForm: switches.exampleForm });
  const subCategory = checkedSubCategory(parameters.sub_category) ?? gainedSubCategory(world, components);
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
  world: World,
  account: Account,
  parameters: JsonObject,
  version: number,
): TemplateRecord {
  const { quotas, review } = world.options;
  if (quotas && noteCall(account.creates, world.now()) > world.switches.createsPerHour) throw tooManyCalls();
  const content = contentOf(world, parameters, version);
  checkConflicts(world, account, content.name, content.language, content.category);
  const category = flipped(world, content.category);
  const final = category === content.category ? content : { ...content, category, previousCategory: content.category };
  const approved = review.outcome === "approve" && !needsReview(final);
  const template = newRecord(final, approved ? "APPROVED" : "PENDING", passedOn(parameters), world.now());
  account.templates.unshift(template);
  if (!approved) submitForReview(world, account, template);
  world.changed();
  return template;
}
