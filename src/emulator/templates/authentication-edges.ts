import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject, listOf } from "../json.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { isGenerated, templateLanguage, templatesNamed } from "../store/templates.ts";
import { authenticationTexts } from "../tables/authentication-texts.ts";
import { LANGUAGE_NAMES } from "../tables/languages.ts";
import { authenticationBody, authenticationFooter } from "./components/authentication.ts";
import { buttonsIn } from "./components/buttons.ts";
import { acceptComponents, componentsOf } from "./components/index.ts";
import { createTemplate } from "./create.ts";
import { checkedCategory, checkedLanguage, checkedName } from "./envelope.ts";
import { refusal } from "./refusals.ts";

function checkCategory({ category }: JsonObject): void {
  if (checkedCategory(category) !== "AUTHENTICATION")
    throw invalidParameter("Only category AUTHENTICATION is supported on this endpoint.");
}

function preview(parameters: JsonObject, language: string): JsonObject {
  const { copy, autofill } = authenticationTexts(language);
  const footer = authenticationFooter(parameters, language);
  return {
    body: authenticationBody(parameters, language).text ?? "",
    ...(footer?.text === undefined ? {} : { footer: footer.text }),
    buttons: [{ text: copy, autofill_text: autofill }],
    language,
  };
}

/** `GET …/message_template_previews`: the texts that WhatsApp would write, in the named languages or in all of them. */
export function authenticationPreviews(parameters: JsonObject): JsonObject {
  checkCategory(parameters);
  const { languages = Object.keys(LANGUAGE_NAMES) } = parameters;
  const list = typeof languages === "string" ? languages.split(",").map((code) => code.trim()) : listOf(languages);
  return { data: list.map((value) => preview(parameters, checkedLanguage(value))) };
}

function languagesOf(parameters: JsonObject): string[] {
  const languages = decoded(parameters.languages);
  if (languages === undefined) throw missingParameter("languages");
  if (!Array.isArray(languages) || languages.length === 0) throw invalidParameter("Param languages must be an array.");
  return languages.map(checkedLanguage);
}

/** The labels of the buttons are WhatsApp's own on this edge. */
function checkLabels(components: readonly JsonObject[]): void {
  const labelled = components
    .flatMap(buttonsIn)
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
  template.shown.components = acceptComponents(sent, {
    category: "AUTHENTICATION",
    language: templateLanguage(template),
    parameterFormat: "POSITIONAL",
    version,
    switches: emulator.switches,
    handles: {},
  });
  template.updated = emulator.now();
  emulator.changed();
  return template;
}

/** `POST …/upsert_message_templates`: creates or updates an authentication template in many languages. Idempotent. */
export function upsertAuthentication(
  emulator: EmulatorContext,
  account: Account,
  parameters: JsonObject,
  version: number,
): JsonObject {
  const name = checkedName(parameters.name);
  checkCategory(parameters);
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
