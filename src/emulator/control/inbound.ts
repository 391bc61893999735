import type { EmulatorContext } from "../emulator-context.ts";
import type { JsonObject } from "../json.ts";
import { isBusinessScoped, userId } from "../messages/user-id.ts";
import { newWamid } from "../messages/wamid.ts";
import { WINDOW } from "../store/messages.ts";
import { findPhone } from "../store/phones.ts";
import { ControlError } from "./control-error.ts";

/**
 * A user writes: `{from, phone?, text?}`, to the first phone when none is named. Opens the 24-hour window, and answers
 * the message's id, which can be marked as read and reacted to.
 */
export function receive(emulator: EmulatorContext, { from, phone: phoneId, text = "" }: JsonObject): JsonObject {
  const user = userId(String(from ?? ""));
  if (!isBusinessScoped(user) && !/^\d{7,15}$/.test(user)) {
    throw new ControlError(400, "from must be a phone number with its country code");
  }
  const phone = phoneId === undefined ? emulator.state.phones[0] : findPhone(emulator.state, String(phoneId));
  if (phone === undefined) throw new ControlError(404, `no phone ${String(phoneId)}`);
  if (phone.blocked.includes(user)) throw new ControlError(400, `${user} is blocked and cannot write`);
  const at = emulator.now();
  const id = newWamid(isBusinessScoped(user) ? phone.id : user, "in");
  emulator.state.inbound.push({ id, phone: phone.id, from: user, text: String(text), at });
  emulator.changed();
  return { id, from: user, phone: phone.id, window_until: new Date(at + WINDOW).toISOString() };
}
