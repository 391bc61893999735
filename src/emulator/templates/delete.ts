import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import { decoded, type Json, type JsonObject } from "../json.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { isGenerated, templateName, templateStatus, templatesNamed } from "../store/templates.ts";
import { LIMITS } from "../tables/templates.ts";
import { deleteTemplate, settleTemplates } from "./life-cycle.ts";
import { refusal } from "./refusals.ts";

function notFound(status: number, sentence: string): GraphError {
  return new GraphError({
    status,
    message: sentence,
    code: 100,
    subcode: 2593002,
    title: "Message Template Not Found",
    userMessage: "The message template doesn't exist or was already deleted.",
  });
}

function byIds(emulator: EmulatorContext, account: Account, value: Json): TemplateRecord[] {
  const ids = decoded(value);
  if (!Array.isArray(ids)) throw invalidParameter("Param hsm_ids must be an array of ids.");
  const { min, max } = LIMITS.idsPerCall;
  if (ids.length < min || ids.length > max) throw invalidParameter(`Param hsm_ids must have ${min} to ${max} ids.`);
  return ids.map((id) => {
    const template = account.templates.find((candidate) => candidate.id === String(id));
    if (template === undefined)
      throw notFound(emulator.switches.missingTemplate, `(#100) Message template (${String(id)}) does not exist`);
    return template;
  });
}

function byName(emulator: EmulatorContext, account: Account, name: string, id: Json | undefined): TemplateRecord[] {
  const { missingTemplate } = emulator.switches;
  const named = templatesNamed(account, name);
  if (id === undefined) {
    if (named.length === 0) throw notFound(missingTemplate, `(#100) Message template name (${name}) does not exist`);
    return named;
  }
  const template = account.templates.find((candidate) => candidate.id === String(id));
  if (template === undefined) throw notFound(missingTemplate, `(#100) Message template (${String(id)}) does not exist`);
  if (templateName(template) !== name)
    throw invalidParameter(`The name ${name} doesn't match the name of message template ${String(id)}.`);
  return [template];
}

function selected(
  emulator: EmulatorContext,
  account: Account,
  { name, hsm_id, hsm_ids }: JsonObject,
): TemplateRecord[] {
  if (hsm_ids !== undefined) {
    if (name !== undefined || hsm_id !== undefined)
      throw invalidParameter("Param hsm_ids can't be used together with name or hsm_id.");
    return byIds(emulator, account, hsm_ids);
  }
  if (name === undefined || name === "") throw missingParameter("name");
  return byName(emulator, account, String(name), hsm_id);
}

/** Deletes templates: all languages of a name, one by `hsm_id` and name, or many by `hsm_ids` (all or none). */
export function deleteTemplates(emulator: EmulatorContext, account: Account, parameters: JsonObject): void {
  settleTemplates(emulator, account);
  const templates = selected(emulator, account, parameters);
  if (templates.some(isGenerated)) throw refusal("generatedNotDeletable");
  const disabled = templates.find((template) => templateStatus(template) === "DISABLED");
  if (disabled !== undefined) throw invalidParameter("A message template that is disabled can't be deleted.");
  for (const template of templates) {
    if (templateStatus(template) !== "PENDING_DELETION")
      deleteTemplate(emulator.state, account, template, emulator.now());
  }
  emulator.changed();
}
