import { filled, loose, needed } from "../graph/shape.ts";
import { isObject, type JsonObject, objectOf } from "../json.ts";
import { findInbound, findSent } from "../store/messages.ts";
import { DETAILS } from "../tables/message-errors.ts";
import { checkDirectContent, directSendOf } from "./direct-send/direct-send.ts";
import { attributeMessage } from "./direct-send/generated-template.ts";
import { checkCallbackData, checkProduct, type Recipient, recipientOf } from "./envelope.ts";
import { checkMessage } from "./kinds/message-kind.ts";
import { messageError, statusError } from "./message-error.ts";
import { refusalOf, spendPairBudget, spendThroughput } from "./permission.ts";
import type { SendContext } from "./send-context.ts";
import { userKey } from "./user-id.ts";
import { newWamid } from "./wamid.ts";

const contextShape = loose({ message_id: needed(filled) });

/** A reaction to a message that is not there is taken, and fails afterwards, as documented. */
function failureOf({ emulator, phone }: SendContext, type: string, parameters: JsonObject): JsonObject | undefined {
  if (type !== "reaction") return undefined;
  const id = String(objectOf(parameters.reaction).message_id);
  const exists = findInbound(emulator.state, phone.id, id) ?? findSent(emulator.state, phone.id, id);
  return exists === undefined ? statusError("value", DETAILS.invalidMessageId) : undefined;
}

function answer({ input, id }: Recipient, message: JsonObject): JsonObject {
  return {
    messaging_product: "whatsapp",
    contacts: [{ input, [userKey(id)]: id }],
    messages: [message],
  };
}

/**
 * Takes a message: checks it, then whether it may go to that recipient, and keeps it. A recipient that cannot be
 * reached is told in the answer, or in the message's status when the switch says so.
 */
export function sendMessage(context: SendContext, parameters: JsonObject): JsonObject {
  const { emulator, phone } = context;
  checkProduct(parameters);
  if (!phone.registered) throw messageError("notRegistered", "The phone number is not registered with Cloud API");
  const recipient = recipientOf(parameters);
  const direct = directSendOf(context, parameters);
  const type = direct === undefined ? checkMessage(context, parameters) : checkDirectContent(context, parameters);
  if (parameters.context !== undefined && parameters.context !== null) contextShape(parameters.context, "context");
  checkCallbackData(parameters);
  // What Direct Send sends is a template for the 24-hour window.
  const reason = refusalOf(context, recipient, direct === undefined ? type : "template");
  if (reason !== undefined && (reason === "notAllowed" || emulator.switches.deliveryErrors === "answer")) {
    throw messageError(reason, DETAILS[reason]);
  }
  spendThroughput(context);
  spendPairBudget(context, recipient);
  const failure = reason === undefined ? failureOf(context, type, parameters) : statusError(reason, DETAILS[reason]);
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
