import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject } from "../json.ts";
import { readBackComponents } from "../read-back/components.ts";
import { buttonsOf } from "../rules/buttons.ts";
import { checkComponents, componentsOf } from "../rules/components.ts";
import { checkedCategory, checkedLanguage, checkedName } from "../rules/envelope.ts";
import { refusal } from "../rules/refusal.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { isGenerated, templateLanguage, templatesNamed } from "../store/templates.ts";
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

function update(
  emulator: EmulatorContext,
  template: TemplateRecord,
  sent: JsonObject[],
  version: number,
): TemplateRecord {
  if (isGenerated(template)) throw refusal("generatedNotEditable");
  const { switches } = emulator;
  const category = "AUTHENTICATION";
  checkComponents(sent, { category, parameterFormat: "POSITIONAL", version, switches, handles: {} });
  const language = templateLanguage(template);
  template.shown.components = readBackComponents(sent, { category, language, exampleForm: switches.exampleForm });
  template.updated = emulator.now();
  emulator.changed();
  return template;
}

/** Creates or updates one authentication template in many languages. Idempotent. */
export function upsertAuthentication(
  emulator: EmulatorContext,
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
      ? createTemplate(emulator, account, { ...rest, language }, version)
      : update(emulator, held, sent, version);
  });
  return {
    data: templates.map(({ id, shown }) => ({ id, status: shown.status ?? null, language: shown.language ?? null })),
  };
}
