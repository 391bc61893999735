import { missingParameter, notOneOf } from "../graph/errors.ts";
import { filled, loose, oneOf, required, text } from "../graph/shape.ts";
import { isGiven, type Json, type JsonObject, upperOf } from "../json.ts";
import { isInternationalNumber } from "../tables/international-number.ts";
import { DETAILS, messageError } from "./message-error.ts";

/** Characters of `biz_opaque_callback_data`. Source: the reference page of messages. */
export const CALLBACK_DATA_MAX = 512;

/** Business-scoped user ids: country, dot, and digits; "ENT" between them on parent accounts. */
const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export function isBusinessScoped(id: string): boolean {
  return BSUID.test(id);
}

/** A user as the stores know it: a business-scoped id unchanged, a phone number as its digits. */
export function userId(named: string): string {
  return isBusinessScoped(named) ? named : named.replace(/[\s().+-]/g, "");
}

/** The key under which answers show that id. */
export function userKey(id: string): "user_id" | "wa_id" {
  return isBusinessScoped(id) ? "user_id" : "wa_id";
}

/** The recipient of a message: how the request named it, and the id in WhatsApp's answer. */
export interface Recipient {
  kind: "user" | "business-scoped user" | "group";
  input: string;
  id: string;
}

export function checkProduct({ messaging_product: product }: JsonObject): void {
  if (product === undefined) throw missingParameter("messaging_product");
  if (product !== "whatsapp") throw notOneOf("messaging_product", ["whatsapp"], product);
}

/** Digits of a number with its country code; 131009 for anything else. */
function waIdOf(value: Json): string {
  const digits = userId(String(value));
  if (!isInternationalNumber(digits)) throw messageError("value", DETAILS.malformedNumber);
  return digits;
}

/** `to`, or `recipient` for business-scoped ids; `to` wins. */
export function recipientOf({ to, recipient, recipient_type: type = "individual" }: JsonObject): Recipient {
  oneOf("individual", "group")(type, "recipient_type");
  if (isGiven(to) && to !== "") {
    const input = String(to);
    return upperOf(type) === "GROUP" ? { kind: "group", input, id: input } : { kind: "user", input, id: waIdOf(to) };
  }
  if (!isGiven(recipient) || recipient === "") throw missingParameter("to");
  const input = String(recipient);
  if (!isBusinessScoped(input)) throw messageError("value", "The recipient is not a valid business-scoped user id");
  return { kind: "business-scoped user", input, id: input };
}

const contextShape = loose({ message_id: required(filled) });

/** Checks what every type of message can carry: the message that it replies to, and data for webhooks. */
export function checkExtras({ context, biz_opaque_callback_data: data }: JsonObject): void {
  if (isGiven(context)) contextShape(context, "context");
  if (isGiven(data) && data !== "") text({ max: CALLBACK_DATA_MAX })(data, "biz_opaque_callback_data");
}
