import type { EmulatorContext } from "../emulator-context.ts";
import { type JsonObject, upperOf } from "../json.ts";
import { findAccount } from "../store/accounts.ts";
import { seedTemplates } from "../store/initial-state.ts";
import type { TemplateRecord } from "../store/state.ts";
import { findTemplate, setTemplateStatus, templateLanguage, templateName } from "../store/templates.ts";
import { REJECTED_REASONS, STATUSES } from "../tables/templates.ts";
import { pauseTemplate } from "../templates/life-cycle.ts";
import { ControlError } from "./control-error.ts";

/** The templates that a control call selects: one by id, or all languages of a name, or one of them. */
function selected(emulator: EmulatorContext, { id, name, language }: JsonObject): TemplateRecord[] {
  const all = emulator.state.accounts.flatMap(({ templates }) => templates);
  const found = all.filter((template) =>
    id === undefined
      ? templateName(template) === name && (language === undefined || templateLanguage(template) === language)
      : template.id === String(id),
  );
  if (found.length === 0)
    throw new ControlError(
      404,
      `template ${String(id ?? name)}${language === undefined ? "" : ` in ${String(language)}`} not found`,
    );
  return found;
}

/** Sets the review's verdict, or any other status, immediately: `{id | name, language?, status, reason?, pause?}`. */
export function setVerdict(emulator: EmulatorContext, body: JsonObject): JsonObject {
  const status = upperOf(body.status);
  const reason = body.reason === undefined ? (status === "REJECTED" ? "INVALID_FORMAT" : "NONE") : upperOf(body.reason);
  const statuses: readonly string[] = STATUSES;
  const reasons: readonly string[] = REJECTED_REASONS;
  if (!statuses.includes(status)) throw new ControlError(400, `status must be one of ${statuses.join(", ")}`);
  if (!reasons.includes(reason)) throw new ControlError(400, `reason must be one of ${reasons.join(", ")}`);
  const pause = body.pause ?? "quality";
  if (pause !== "quality" && pause !== "pacing") throw new ControlError(400, "pause must be quality or pacing");
  const templates = selected(emulator, body);
  for (const template of templates) {
    delete template.review;
    if (status === "PAUSED") pauseTemplate(template, pause, emulator.now());
    else setTemplateStatus(template, status, emulator.now(), reason);
  }
  emulator.changed();
  return { changed: templates.map(({ id }) => id) };
}

/** Adds the templates of a seed, newest first, without rules or review. Throws if one of them already exists. */
export function addTemplates(emulator: EmulatorContext, waba: string | undefined, seed: JsonObject): JsonObject {
  const account = waba === undefined ? emulator.state.accounts[0] : findAccount(emulator.state, waba);
  if (account === undefined) throw new ControlError(404, `account ${String(waba)} not found`);
  let added: TemplateRecord[];
  try {
    added = seedTemplates(seed, emulator.now());
  } catch (error) {
    if (error instanceof RangeError) throw new ControlError(400, error.message);
    throw error;
  }
  const held = new Set<string>();
  for (const template of emulator.state.accounts.flatMap(({ templates }) => templates)) held.add(template.id);
  for (const template of account.templates) held.add(`${templateName(template)} ${templateLanguage(template)}`);
  for (const template of added) {
    const title = `${templateName(template)} ${templateLanguage(template)}`;
    const taken = [template.id, title].find((key) => held.has(key));
    if (taken !== undefined) throw new ControlError(400, `template ${taken} already exists`);
    held.add(template.id).add(title);
  }
  account.templates.unshift(...added);
  emulator.changed();
  return { added: added.map(({ id }) => id) };
}

function templateById(emulator: EmulatorContext, id: string) {
  const found = findTemplate(emulator.state, id);
  if (found === undefined) throw new ControlError(404, `template ${id} not found`);
  return found;
}

/** Overwrites fields of a template without rules, review or budgets, as if another client had changed it. */
export function overwriteTemplate(emulator: EmulatorContext, id: string, fields: JsonObject): JsonObject {
  const { template } = templateById(emulator, id);
  const { asked, source, ...shown } = fields;
  Object.assign(template.shown, shown, { id });
  // A review that is still to come does not overwrite the status.
  if (shown.status !== undefined) delete template.review;
  if (source !== undefined) template.asked.source = source;
  if (typeof asked === "object" && asked !== null) Object.assign(template.asked, asked);
  template.updated = emulator.now();
  emulator.changed();
  return template.shown;
}

/** Removes a template without a trace, and without a lock on its name. */
export function removeSilently(emulator: EmulatorContext, id: string): JsonObject {
  const { account, template } = templateById(emulator, id);
  account.templates = account.templates.filter((other) => other !== template);
  emulator.changed();
  return { removed: id };
}
