import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject } from "../json.ts";
import { readBackComponents } from "../normalize/components.ts";
import { buttonsOf } from "../rules/buttons.ts";
import { checkComponents, componentsOf } from "../rules/components.ts";
import { checkedCategory, checkedLanguage, checkedName } from "../rules/envelope.ts";
import { refusal } from "../rules/refusal.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { isGenerated, templateLanguage, templatesNamed } from "../store/templates.ts";
import type { World } from "../world.ts";
import { createTemplate } from "./create.ts";

function languagesOf(parameters: JsonObject): string[] {
  const languages = decoded(parameters.languages);
  if (languages === undefined) throw missingParameter("languages");
  if (!Array.isArray(languages) || languages.length === 0) throw invalidParameter("Param languages must be an array.");
  return languages.map(checkedLanguage);
}

/** Button labels are WhatsApp's own here. */
function checkLabels(components: readonly JsonObject[]): void {
  const labelled = components
    .flatMap(buttonsOf)
    .some(({ text, autofill_text }) => text !== undefined || autofill_text !== undefined);
  if (labelled) throw invalidParameter("Params text and autofill_text can't be set for several languages at once.");
}

function update(world: World, template: TemplateRecord, sent: JsonObject[], version: number): TemplateRecord {
  if (isGenerated(template)) throw refusal("generatedNotEditable");
  const { switches } = world;
  const category = "AUTHENTICATION";
  checkComponents(sent, { category, parameterFormat: "POSITIONAL", version, switches, handles: {} });
  const language = templateLanguage(template);
  template.shown.components = readBackComponents(sent, { category, language, exampleForm: switches.exampleForm });
  template.updated = world.now();
  world.changed();
  return template;
}

/** Creates or updates one authentication template in many languages. Idempotent. */
export function upsertAuthentication(
  world: World,
  account: Account,
  parameters: JsonObject,
  version: number,
): JsonObject {
  const name = checkedName(parameters.name);
  if (checkedCategory(parameters.category) !== "AUTHENTICATION")
    throw invalidParameter("Only category AUTHENTICATION is supported on this endpoint.");
  const sent = componentsOf(parameters.components).filter(isObject);
  checkLabels(sent);
  const templates = languagesOf(parameters).map((language) => {
    const held = templatesNamed(account, name).find((template) => templateLanguage(template) === language);
    const { languages, ...rest } = parameters;
    return held === undefined
      ? createTemplate(world, account, { ...rest, language }, version)
      : update(world, held, sent, version);
  });
  return {
    data: templates.map(({ id, shown }) => ({ id, status: shown.status ?? null, language: shown.language ?? null })),
  };
}
