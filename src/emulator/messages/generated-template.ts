import { token } from "../ids.ts";
import { isObject, type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { findAccount } from "../store/accounts.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { GENERATED, isGenerated, templateCategory, templatesNamed } from "../store/templates.ts";
import { newRecord } from "../templates/record.ts";
import type { SendContext } from "./kinds/message-kind.ts";
import { statusError } from "./message-error.ts";

/** Direct Send: WhatsApp turns the message into a template; the business does not create one. */
export interface DirectSend {
  category: string;
  /** The name that the business gives to the generated template. */
  templateName?: string;
}

interface MessageButton {
  label: string;
  /** The address of a link; undefined for a reply. */
  url?: string;
}

/** The texts that a text message or an interactive message shows. */
interface MessageTexts {
  header?: string;
  body: string;
  footer?: string;
  buttons: MessageButton[];
}

function buttonOf({ reply, cta_url }: JsonObject): MessageButton {
  const link = objectOf(cta_url);
  const url = textOf(link.url);
  const label = textOf(url === undefined ? objectOf(reply).title : link.display_text);
  return { label: label ?? "", ...(url === undefined ? {} : { url }) };
}

function buttonsOf(action: JsonObject): MessageButton[] {
  if (action.parameters !== undefined) return [buttonOf({ cta_url: action.parameters })];
  return listOf(action.buttons).filter(isObject).map(buttonOf);
}

/** The texts of a Direct Send message. */
export function messageTexts(parameters: JsonObject): MessageTexts {
  const { text, interactive } = parameters;
  if (interactive === undefined) return { body: textOf(objectOf(text).body) ?? "", buttons: [] };
  const { header, body, footer, action } = objectOf(interactive);
  const headerText = textOf(objectOf(header).text);
  const footerText = textOf(objectOf(footer).text);
  return {
    body: textOf(objectOf(body).text) ?? "",
    buttons: buttonsOf(objectOf(action)),
    ...(headerText === undefined ? {} : { header: headerText }),
    ...(footerText === undefined ? {} : { footer: footerText }),
  };
}

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

/** A generated template with the same content. How WhatsApp matches messages by their variables is not published. */
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
 * Attributes a Direct Send message to a generated template, and creates that template when it does not exist: with the
 * name that the business asks for, or `auto_generated_…`. Returns the error of the message's status when the name
 * belongs to a template of another origin; WhatsApp reports that by webhook, not in the answer to the send.
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
