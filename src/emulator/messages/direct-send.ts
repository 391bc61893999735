import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { exact, filled, integer, loose, oneOf, optional, required, text } from "../graph/shape.ts";
import { token } from "../ids.ts";
import { isGiven, isObject, type Json, type JsonObject, listOf, objectOf, textOf, upperOf } from "../json.ts";
import { findAccount } from "../store/accounts.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import { GENERATED, isGenerated, templateCategory, templatesNamed } from "../store/templates.ts";
import { newRecord } from "../templates/record.ts";
import { checkDirectInteractive } from "./kinds/interactive/index.ts";
import { checkLength } from "./kinds/interactive/interactive-kind.ts";
import type { SendContext } from "./kinds/message-kind.ts";
import { invalidDetails, messageError, missingContent, statusError } from "./message-error.ts";

/** Characters of a Direct Send body, and the seconds of its time to live. Source: Direct Send, limits and TTL pages. */
const DIRECT_SEND = { body: 1024, ttl: { min: 30, max: 43_200 } } as const;

/** Direct Send: WhatsApp turns the message into a template; the business does not create one. */
export interface DirectSend {
  category: string;
  /** The name that the business gives to the generated template. */
  templateName?: string;
}

/** Throws for an account without Direct Send: "not enabled" has the general code. */
function checkEnabled({ switches }: EmulatorContext): void {
  if (switches.directSend === "off") throw invalidDetails("Direct Send isn't enabled for this account.");
}

function templateNameOf(config: Json, category: string): string | undefined {
  const path = "direct_send_config";
  loose({ template_name: optional(filled) })(config, path);
  const name = textOf(objectOf(config).template_name);
  if (name === undefined) return undefined;
  if (category !== "UTILITY") throw invalidParameter(`Param ${path} needs the category utility.`);
  if (!/^[a-z0-9_]{1,512}$/.test(name)) {
    throw invalidParameter(`Param ${path}['template_name'] can only have lowercase letters, digits and underscores.`);
  }
  return name;
}

/** The Direct Send request in a message; undefined for a message without `category`. */
export function directSendOf({ emulator }: SendContext, parameters: JsonObject): DirectSend | undefined {
  const { category: given, ttl_seconds: ttl, direct_send_config: config } = parameters;
  if (!isGiven(given)) {
    if (isGiven(ttl)) throw invalidParameter('Unexpected key "ttl_seconds": it needs Direct Send.');
    return undefined;
  }
  checkEnabled(emulator);
  oneOf("utility", "authentication")(given, "category");
  if (emulator.switches.directSend === "blocked") {
    throw messageError("directSendBlocked", "Direct Send utility or authentication access is blocked");
  }
  if (isGiven(ttl)) integer(DIRECT_SEND.ttl.min, DIRECT_SEND.ttl.max)(ttl, "ttl_seconds");
  const category = upperOf(given);
  const templateName = isGiven(config) ? templateNameOf(config, category) : undefined;
  return { category, ...(templateName === undefined ? {} : { templateName }) };
}

/** The type of a Direct Send message, and the object under its name. */
function contentOf(parameters: JsonObject): { type: "text" | "interactive"; value: Json } {
  const given = upperOf(parameters.type ?? "text").toLowerCase();
  oneOf("text", "interactive")(given, "type");
  const type = given === "text" ? "text" : "interactive";
  const value = parameters[type];
  if (!isGiven(value)) throw missingContent(type);
  return { type, value };
}

/** A Direct Send text has no preview of its links. */
const directText = exact({ body: required(text({ min: 1, max: DIRECT_SEND.body })) });

/** Checks the content of a Direct Send message and returns its type. */
export function checkDirectContent(context: SendContext, parameters: JsonObject): string {
  const { type, value } = contentOf(parameters);
  if (type === "text") directText(value, type);
  else checkDirectInteractive(context, value, type);
  return type;
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
function messageTexts(parameters: JsonObject): MessageTexts {
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

/**
 * How the emulator tells categories apart; WhatsApp does not publish its own way. The first entry whose patterns all
 * match decides; the default is UTILITY.
 */
const SIGNS: readonly { category: string; patterns: readonly RegExp[] }[] = [
  {
    category: "AUTHENTICATION",
    patterns: [/\b(otp|passcode|one-time|(verification|security|login|access) code)\b/i, /\b\d{4,8}\b|\{\{\w+\}\}/],
  },
  {
    category: "MARKETING",
    patterns: [
      /\d ?% off|\b(sale|discount|offers?|deals?|promo(tion)?s?|coupon|voucher|free (gift|trial|shipping)|shop now|buy now|limited time)\b/i,
    ],
  },
];

/** `POST /{waba}/message_samples`: the category of a message, which is neither sent nor stored. */
export function messageSample(emulator: EmulatorContext, parameters: JsonObject): JsonObject {
  checkEnabled(emulator);
  contentOf(parameters);
  const { header = "", body, footer = "", buttons } = messageTexts(parameters);
  checkLength("Body text", body, DIRECT_SEND.body);
  const all = [header, body, footer, ...buttons.map(({ label }) => label)].join("\n");
  const sign = SIGNS.find(({ patterns }) => patterns.every((pattern) => pattern.test(all)));
  return { success: true, category: sign?.category ?? "UTILITY" };
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
