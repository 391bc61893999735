import { token } from "../../ids.ts";
import type { JsonObject } from "../../json.ts";
import { findAccount } from "../../store/accounts.ts";
import type { Account, TemplateRecord } from "../../store/state.ts";
import { GENERATED, isGenerated, templateCategory, templatesNamed } from "../../store/templates.ts";
import { newRecord } from "../../templates/record.ts";
import { statusError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";
import type { DirectSend } from "./direct-send.ts";
import { messageTexts } from "./message-texts.ts";

function componentsOf(parameters: JsonObject): JsonObject[] {
  const { header, body, footer, buttons } = messageTexts(parameters);
  const shown = buttons.map(({ label, url }) =>
    url === undefined ? { type: "QUICK_REPLY", text: label } : { type: "URL", text: label, url },
  );
  return [
    ...(header === undefined ? [] : [{ type: "HEADER", format: "TEXT", text: header }]),
    { type: "BODY", text: body },
    ...(footer === undefined ? [] : [{ type: "FOOTER", text: footer }]),
    ...(shown.length === 0 ? [] : [{ type: "BUTTONS", buttons: shown }]),
  ];
}

/** A generated template with the same content. WhatsApp's own matching, over its variables, is not known. */
function matching(account: Account, category: string, components: JsonObject[]): TemplateRecord | undefined {
  const content = JSON.stringify(components);
  return account.templates.find(
    (template) =>
      isGenerated(template) &&
      templateCategory(template) === category &&
      JSON.stringify(template.shown.components) === content,
  );
}

/**
 * Attributes a Direct Send message to a generated template, and makes that template when there is none yet: of the name
 * that the business asks for, or `auto_generated_…`. The error of the message's status when the name belongs to a
 * template of another origin: the answer to the send does not say so, only the webhook does.
 */
export function attributeMessage(
  { emulator, phone }: SendContext,
  { category, templateName }: DirectSend,
  parameters: JsonObject,
): JsonObject | undefined {
  const account = findAccount(emulator.state, phone.waba);
  if (account === undefined) return undefined;
  const components = componentsOf(parameters);
  const named = templateName === undefined ? [] : templatesNamed(account, templateName);
  if (named.some((template) => !isGenerated(template))) {
    return statusError("directSendName", `A template named ${templateName} exists that Direct Send did not create`);
  }
  if (named.length > 0 || (templateName === undefined && matching(account, category, components))) return undefined;
  const name = templateName ?? `auto_generated_${token(24).toLowerCase().replaceAll("-", "_")}`;
  const content = { name, language: "en_US", category, parameterFormat: "POSITIONAL", components };
  account.templates.unshift(newRecord(content, "APPROVED", { source: GENERATED }, emulator.now()));
  return undefined;
}
