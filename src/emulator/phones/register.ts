import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { requiredAt } from "../graph/shape.ts";
import type { JsonObject } from "../json.ts";
import { checkProduct } from "../messages/envelope.ts";
import type { Phone } from "../store/state.ts";
import { PHONE_LIMITS } from "../tables/phone-limits.ts";
import { phoneError } from "./phone-error.ts";

const PERIOD = 72 * PERIODS.HOUR;

/** Register and deregister share ten calls in 72 hours, refused ones too. */
function spendCall(emulator: EmulatorContext, phone: Phone): void {
  const now = emulator.now();
  phone.registrations = phone.registrations.filter((time) => time > now - PERIOD);
  if (emulator.options.quotas && phone.registrations.length >= PHONE_LIMITS.registrationsIn72Hours) {
    throw phoneError("tooManyRegistrations");
  }
  phone.registrations.push(now);
}

export function checkPin(pin: unknown): string {
  if (!/^\d{6}$/.test(String(pin))) throw phoneError("pinFormat");
  return String(pin);
}

/** `POST /{phone}/register`. The first registration sets the PIN; later ones need it. */
export function register(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  checkProduct(parameters);
  const pin = checkPin(requiredAt(parameters, "pin", ""));
  spendCall(emulator, phone);
  if (phone.fields.code_verification_status !== "VERIFIED") throw phoneError("notVerified");
  if (phone.pin !== undefined && phone.pin !== pin) throw phoneError("wrongPin");
  phone.pin = pin;
  phone.registered = true;
  Object.assign(phone.fields, { status: "CONNECTED", platform_type: "CLOUD_API", is_pin_enabled: true });
  emulator.changed();
  return { success: true };
}

/** `POST /{phone}/deregister`. The number can no longer send; everything else of it stays. */
export function deregister(emulator: EmulatorContext, phone: Phone): JsonObject {
  if (!phone.registered) throw phoneError("notRegistered");
  spendCall(emulator, phone);
  phone.registered = false;
  Object.assign(phone.fields, { status: "DISCONNECTED", platform_type: "NOT_APPLICABLE" });
  emulator.changed();
  return { success: true };
}
