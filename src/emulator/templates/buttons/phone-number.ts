import { GraphError } from "../../graph/graph-error.ts";
import { internationalNumber, isInternationalNumber } from "../../tables/international-number.ts";
import { LIMITS } from "../../tables/templates.ts";
import type { ServedButton } from "./served-button.ts";

const SEPARATORS = /[\s().-]/g;

function isPhoneNumber(number: string): boolean {
  const digits = number.replace(SEPARATORS, "").replace(/^\+/, "");
  return number.length <= LIMITS.phoneNumber && isInternationalNumber(digits);
}

export const phoneNumber: ServedButton = {
  max: 1,
  required: ["text", "phone_number"],
  onCards: true,
  label: "PhoneNumber",
  check(button, { path }) {
    if (!isPhoneNumber(String(button.phone_number))) {
      throw new GraphError({ message: `(#192) Param ${path}['phone_number'] is not a valid phone number.`, code: 192 });
    }
  },
  readBack: (button) => ({ ...button, phone_number: internationalNumber(String(button.phone_number)) }),
  checkParameter(_button, parameter, { invalid }) {
    if (parameter !== undefined) throw invalid("of type PhoneNumber does not accept parameters");
  },
};
