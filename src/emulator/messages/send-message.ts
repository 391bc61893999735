import { isObject, type JsonObject } from "../json.ts";
import { newWamid } from "../store/messages.ts";
import { checkDirectContent, directSendOf } from "./direct-send.ts";
import { checkExtras, checkProduct, type Recipient, recipientOf, userKey } from "./envelope.ts";
import { attributeMessage } from "./generated-template.ts";
import { checkMessage, laterFailure } from "./kinds/index.ts";
import type { SendContext } from "./kinds/message-kind.ts";
import { DETAILS, messageError, statusError } from "./message-error.ts";
import { refusalOf, spendPairBudget, spendThroughput } from "./permission.ts";

function answer({ input, id }: Recipient, message: JsonObject): JsonObject {
  return {
    messaging_product: "whatsapp",
    contacts: [{ input, [userKey(id)]: id }],
    messages: [message],
  };
}

/**
 * Accepts a message: checks its content, then whether the recipient may receive it, and records it. An unreachable
 * recipient is an error of the answer, or of the message's status when the switch says so.
 */
export function sendMessage(context: SendContext, parameters: JsonObject): JsonObject {
  const { emulator, phone } = context;
  checkProduct(parameters);
  if (!phone.registered) throw messageError("notRegistered", "The phone number is not registered with Cloud API");
  const recipient = recipientOf(parameters);
  const direct = directSendOf(context, parameters);
  const type = direct === undefined ? checkMessage(context, parameters) : checkDirectContent(context, parameters);
  checkExtras(parameters);
  // The 24-hour window treats a Direct Send message as a template.
  const reason = refusalOf(context, recipient, direct === undefined ? type : "template");
  if (reason !== undefined && (reason === "notAllowed" || emulator.switches.deliveryErrors === "answer")) {
    throw messageError(reason, DETAILS[reason]);
  }
  spendThroughput(context);
  spendPairBudget(context, recipient);
  const failure = reason === undefined ? laterFailure(context, type, parameters) : statusError(reason, DETAILS[reason]);
  const refusedName = direct === undefined ? undefined : attributeMessage(context, direct, parameters);
  const errors = [failure, refusedName].filter(isObject);
  const id = newWamid(recipient.kind === "user" ? recipient.id : phone.id, "out");
  emulator.state.messages.push({
    id,
    phone: phone.id,
    to: recipient.id,
    type,
    request: parameters,
    at: emulator.now(),
    ...(errors.length > 0 ? { errors } : {}),
  });
  emulator.changed();
  return answer(recipient, type === "template" ? { id, message_status: "accepted" } : { id });
}
