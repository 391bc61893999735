import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { exact, filled, integer, loose, oneOf, optional, required, text } from "../graph/shape.ts";
import { isGiven, type Json, type JsonObject, objectOf, textOf, upperOf } from "../json.ts";
import { type DirectSend, messageTexts } from "./generated-template.ts";
import { checkDirectInteractive } from "./kinds/interactive/index.ts";
import { checkLength } from "./kinds/interactive/parts.ts";
import type { SendContext } from "./kinds/message-kind.ts";
import { invalidDetails, messageError, missingContent } from "./message-error.ts";

/** Characters of a Direct Send body, and the seconds of its time to live. Source: Direct Send, limits and TTL pages. */
const DIRECT_SEND = { body: 1024, ttl: { min: 30, max: 43_200 } } as const;

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
