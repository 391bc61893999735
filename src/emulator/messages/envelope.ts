import { missingParameter, notOneOf } from "../graph/errors.ts";
import { oneOf, text } from "../graph/shape.ts";
import { type Json, type JsonObject, upperOf } from "../json.ts";
import { DETAILS } from "../tables/message-errors.ts";
import { MESSAGE_LIMITS, NUMBER_DIGITS } from "../tables/message-limits.ts";
import { messageError } from "./message-error.ts";
import { isBusinessScoped, userId } from "./user-id.ts";

/** Whom a message goes to: how it was named, and the id that WhatsApp answers with. */
export interface Recipient {
  kind: "user" | "business-scoped user" | "group";
  input: string;
  id: string;
}

export function checkProduct({ messaging_product: product }: JsonObject): void {
  if (product === undefined) throw missingParameter("messaging_product");
  if (product !== "whatsapp") throw notOneOf("messaging_product", ["whatsapp"], product);
}

/** Digits of a number with its country code; 131009 for anything that cannot be one. */
function waIdOf(value: Json): string {
  const digits = userId(String(value));
  const fits = digits.length >= NUMBER_DIGITS.least && digits.length <= NUMBER_DIGITS.most;
  // A dialling prefix such as 00, or a trunk zero, is no country code.
  if (!/^[1-9]\d*$/.test(digits) || !fits) throw messageError("value", DETAILS.malformedNumber);
  return digits;
}

function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== null && value !== "";
}

/** `to`, or `recipient` for business-scoped ids; `to` wins. */
export function recipientOf({ to, recipient, recipient_type: type = "individual" }: JsonObject): Recipient {
  oneOf("individual", "group")(type, "recipient_type");
  if (isGiven(to)) {
    const input = String(to);
    return upperOf(type) === "GROUP" ? { kind: "group", input, id: input } : { kind: "user", input, id: waIdOf(to) };
  }
  if (!isGiven(recipient)) throw missingParameter("to");
  const input = String(recipient);
  if (!isBusinessScoped(input)) throw messageError("value", "The recipient is not a valid business-scoped user id");
  return { kind: "business-scoped user", input, id: input };
}

export function checkCallbackData({ biz_opaque_callback_data: data }: JsonObject): void {
  if (isGiven(data)) text({ most: MESSAGE_LIMITS.callbackData })(data, "biz_opaque_callback_data");
}
