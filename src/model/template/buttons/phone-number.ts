import { error, type Issue, missing, warning } from "../../issue.ts";
import { PHONE_NUMBER_DIGITS } from "../../phone-number/digits.ts";
import { pointer, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { text } from "../field-shapes.ts";
import type { ButtonKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { has, type Part, textOf } from "../view.ts";

/** Calls a phone number. A message gives it no value. */
export const phoneNumber: ButtonKind<"PHONE_NUMBER"> = {
  type: "PHONE_NUMBER",
  max: 1,
  label: { policy: "required" },
  onCards: true,
  fields: { phone_number: { shape: text, spelling: "phone", isSameRead: isSameNumber } },
  rules: phoneNumberIssues,
  send: { subTypes: [] },
};

const EXAMPLE = "Write it like +15550051310.";

/** WhatsApp answers code 192, without a subcode, to anything that is not a phone number. */
function* phoneNumberIssues(button: Part, subject: string): Iterable<Issue> {
  const number = textOf(button, "phone_number");
  const path = pointer(button.path, "phone_number");
  if (!has(button, "phone_number"))
    yield missing({
      code: "phone-number-missing",
      path: button.path,
      subject: `${subject} (PHONE_NUMBER)`,
      what: "phone_number",
      hint: "Add phone_number, with country code.",
      whatsapp: TEMPLATE_ANSWERS.buttonField,
    });
  if (number === undefined) return;
  const { min, max } = PHONE_NUMBER_DIGITS;
  const digits = number.replace(/[\s().-]/g, "").replace(/^\+/, "");
  const invalid = (why: string, hint: string) =>
    error({
      code: "phone-number-invalid",
      path,
      message: `phone_number of ${subject} ${quote(number)} ${why}`,
      hint,
      whatsapp: TEMPLATE_ANSWERS.phoneNumber,
    });
  if (number.length > TEMPLATE_LIMITS.phoneNumber)
    yield invalid(
      `has ${number.length} characters; WhatsApp allows ${TEMPLATE_LIMITS.phoneNumber}`,
      "Write only digits.",
    );
  else if (!/^\d+$/.test(digits)) yield invalid("is not a phone number", EXAMPLE);
  else if (digits.length < min || digits.length > max)
    yield invalid(`has ${digits.length} digits; numbers with country code have ${min} to ${max}`, EXAMPLE);
  else if (digits.startsWith("0"))
    yield warning({
      code: "phone-number-country",
      path,
      message: `phone_number of ${subject} ${quote(number)} begins with 0; no country code does`,
      hint: "Write the country code first: +44 20 …",
    });
}

/** Country calling codes of two digits; 1 and 7 have one digit, all others three (ITU-T E.164). */
const TWO_DIGIT_CODES = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Reads omit zeros after the country code (recorded). */
function isSameNumber(declared: string, read: string): boolean {
  return declared === read || withoutTrunkZeros(declared) === read;
}

function withoutTrunkZeros(digits: string): string {
  const code = /^[17]/.test(digits) ? 1 : TWO_DIGIT_CODES.test(digits) ? 2 : 3;
  return digits.slice(0, code) + digits.slice(code).replace(/^0+/, "");
}
