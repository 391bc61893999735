import type { EmulatorContext } from "../../emulator-context.ts";
import { invalidParameter } from "../../graph/errors.ts";
import { GraphError } from "../../graph/graph-error.ts";
import { exact, filled, integer, loose, needed, oneOf, optional, text } from "../../graph/shape.ts";
import { type Json, type JsonObject, objectOf, textOf, upperOf } from "../../json.ts";
import { DIRECT_SEND } from "../../tables/message-limits.ts";
import { checkInteractive, DIRECT_SEND_KINDS } from "../interactive/interactive.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";

/** A message that WhatsApp turns into a template by itself, instead of one that the business has made. */
export interface DirectSend {
  category: string;
  /** The name that the business gives to the generated template. */
  templateName?: string;
}

function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== null;
}

/** Throws when the account does not take part in Direct Send: "not enabled" has the general code. */
export function checkEnabled({ switches }: EmulatorContext): void {
  if (switches.directSend !== "off") return;
  throw new GraphError({
    message: "(#100) Invalid parameter",
    code: 100,
    data: { messaging_product: "whatsapp", details: "Direct Send isn't enabled for this account." },
  });
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

/** What a message says about Direct Send by `category`; undefined for a message without one. */
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
  if (isGiven(ttl)) integer(DIRECT_SEND.ttl.least, DIRECT_SEND.ttl.most)(ttl, "ttl_seconds");
  const category = upperOf(given);
  const templateName = isGiven(config) ? templateNameOf(config, category) : undefined;
  return { category, ...(templateName === undefined ? {} : { templateName }) };
}

const directText = exact({ body: needed(text({ least: 1, most: DIRECT_SEND.body })) });

/** Checks the content of a Direct Send message and tells its type: texts without a preview, links and replies. */
export function checkDirectContent(context: SendContext, parameters: JsonObject): string {
  const type = upperOf(parameters.type ?? "text").toLowerCase();
  oneOf("text", "interactive")(type, "type");
  const value = parameters[type];
  if (!isGiven(value)) throw messageError("missing", `Parameter '${type}' is mandatory for type '${type}'`);
  if (type === "text") directText(value, type);
  else checkInteractive(context, value, type, DIRECT_SEND_KINDS);
  return type;
}
