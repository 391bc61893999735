import { PERIODS } from "../clock.ts";
import { oneOf, requiredAt, within } from "../graph/shape.ts";
import { type JsonObject, objectOf } from "../json.ts";
import { findInbound } from "../store/messages.ts";
import { DETAILS } from "../tables/message-errors.ts";
import { checkProduct } from "./envelope.ts";
import { messageError } from "./message-error.ts";
import type { SendContext } from "./send-context.ts";

/** How long the user sees that the business is typing. */
const TYPING = 25 * PERIODS.SECOND;

/** `{status: "read", message_id, typing_indicator?}`: only messages of users can be marked, and those only for 30 days. */
export function markRead({ emulator, phone }: SendContext, parameters: JsonObject): JsonObject {
  checkProduct(parameters);
  oneOf("read")(parameters.status ?? "", "status");
  const id = String(requiredAt(parameters, "message_id", ""));
  const message = findInbound(emulator.state, phone.id, id);
  const now = emulator.now();
  if (message === undefined || now - message.at > 30 * PERIODS.DAY) {
    throw messageError("value", DETAILS.invalidMessageId);
  }
  const { typing_indicator: typing } = parameters;
  if (typing !== undefined) {
    oneOf("text")(requiredAt(objectOf(typing), "type", "typing_indicator"), within("typing_indicator", "type"));
    message.typingUntil = now + TYPING;
  }
  message.readAt ??= now;
  emulator.changed();
  return { success: true };
}
