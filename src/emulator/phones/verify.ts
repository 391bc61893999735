import { randomInt } from "node:crypto";
import type { EmulatorContext } from "../emulator-context.ts";
import { oneOf, requiredAt } from "../graph/shape.ts";
import type { JsonObject } from "../json.ts";
import type { Phone } from "../store/state.ts";
import { phoneError } from "./phone-error.ts";

/** `POST /{phone}/request_code`. The code that a phone would show stands in `/_emulator/state`. */
export function requestCode(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  oneOf("SMS", "VOICE")(requiredAt(parameters, "code_method", ""), "code_method");
  // Older clients call the language "locale".
  if (parameters.locale === undefined) requiredAt(parameters, "language", "");
  if (phone.fields.code_verification_status === "VERIFIED") throw phoneError("codeNotSent");
  phone.verificationCode = String(randomInt(100_000, 1_000_000));
  emulator.changed();
  return { success: true };
}

/** `POST /{phone}/verify_code`. A code works once. */
export function verifyCode(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const code = String(requiredAt(parameters, "code", "")).replace("-", "");
  if (phone.verificationCode === undefined || code !== phone.verificationCode) throw phoneError("wrongCode");
  delete phone.verificationCode;
  phone.fields.code_verification_status = "VERIFIED";
  emulator.changed();
  return { success: true };
}
