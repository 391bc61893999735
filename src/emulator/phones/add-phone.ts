import type { EmulatorContext } from "../emulator-context.ts";
import { requiredAt } from "../graph/shape.ts";
import { graphId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { newPhone } from "../store/phones.ts";
import type { Account } from "../store/state.ts";
import { PHONE_LIMITS } from "../tables/phone-limits.ts";
import { phoneError } from "./phone-error.ts";

function digits(value: unknown): string {
  return String(value).replace(/\D/g, "");
}

/** `POST /{waba}/phone_numbers`: a number that still has to be verified and registered. */
export function addPhone(emulator: EmulatorContext, account: Account, parameters: JsonObject): JsonObject {
  const countryCode = digits(requiredAt(parameters, "cc", ""));
  const sent = digits(requiredAt(parameters, "phone_number", ""));
  const name = requiredAt(parameters, "verified_name", "");
  const number = sent.startsWith(countryCode) && sent.length > 10 ? sent : countryCode + sent;
  if (!/^[1-9]\d{6,14}$/.test(number)) throw phoneError("notE164");
  const { phones } = emulator.state;
  if (phones.some(({ fields }) => digits(fields.display_phone_number) === number)) throw phoneError("numberTaken");
  if (phones.filter(({ waba }) => waba === account.id).length >= PHONE_LIMITS.numbers) {
    throw phoneError("tooManyNumbers");
  }
  const phone = newPhone({ id: graphId(), waba: account.id });
  phone.registered = false;
  Object.assign(phone.fields, {
    verified_name: name,
    code_verification_status: "NOT_VERIFIED",
    display_phone_number: `+${number}`,
    quality_rating: "UNKNOWN",
    platform_type: "NOT_APPLICABLE",
    status: "PENDING",
    name_status: "PENDING_REVIEW",
    is_pin_enabled: false,
  });
  phones.push(phone);
  emulator.changed();
  return { id: phone.id };
}
