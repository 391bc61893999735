import type { Issue } from "../../../issue.ts";
import { PHONE_NUMBER_DIGITS } from "../../../phone-number/index.ts";
import { pointer, quote } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { has, type Part, textOf } from "../template-view.ts";

/** A phone number button. WhatsApp answers code 192, without a subcode, to what is no number. */
export function* phoneNumberIssues(button: Part, subject: string): Iterable<Issue> {
  const number = textOf(button, "phone_number");
  const path = pointer(button.path, "phone_number");
  if (!has(button, "phone_number"))
    yield error(
      "phone-number-missing",
      button.path,
      `${subject} (PHONE_NUMBER) has no phone_number`,
      "Add phone_number, with country code.",
      ANSWERS.buttonField,
    );
  if (number === undefined) return;
  const { min, max } = PHONE_NUMBER_DIGITS;
  const digits = number.replace(/[\s().-]/g, "").replace(/^\+/, "");
  const bad = (why: string, hint: string) =>
    error(
      "phone-number-invalid",
      path,
      `phone_number of ${subject} ${quote(number)} ${why}`,
      hint,
      ANSWERS.phoneNumber,
    );
  if (number.length > TEMPLATE_LIMITS.phoneNumber)
    yield bad(`has ${number.length} characters, WhatsApp allows ${TEMPLATE_LIMITS.phoneNumber}`, "Write digits only.");
  else if (!/^\d+$/.test(digits)) yield bad("is no phone number", "Write it like +15550051310.");
  else if (digits.length < min || digits.length > max)
    yield bad(
      `has ${digits.length} digits; numbers have ${min} to ${max} with country code`,
      "Write it like +15550051310.",
    );
  else if (digits.startsWith("0"))
    yield warning(
      "phone-number-country",
      path,
      `phone_number of ${subject} ${quote(number)} begins with 0, which no country code does`,
      "Write the country code first: +44 20 …",
    );
}
