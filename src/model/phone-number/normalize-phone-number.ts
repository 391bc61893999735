import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Issue } from "../issue.ts";
import { count, quote } from "../text/index.ts";
import { PHONE_NUMBER_DIGITS } from "./limits.ts";
import { isGroupId, isUserId } from "./recipient-ids.ts";

/** What people write between digits, and what copying from a contact brings along (marks of the writing direction). */
const PUNCTUATION = /[\s().\-/\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export interface NormalizedPhoneNumber {
  /** Digits, with the country code first; undefined when there is an error. */
  number?: string;
  issues: Issue[];
}

const PARAMETER_VALUE = { code: 131009 };

function error(code: string, message: string, hint: string): NormalizedPhoneNumber {
  return {
    issues: [{ severity: "error", code, path: "", message, hint, whatsapp: PARAMETER_VALUE }],
  };
}

/**
 * A phone number as WhatsApp expects it: without `+`, blanks and punctuation. What cannot be a number (other characters, a
 * count of digits outside {@link PHONE_NUMBER_DIGITS}) is an error; what the numbering plans do not know is a warning. Ids
 * of groups and business-scoped user ids stay as they are. The issues' path is "".
 */
export function normalizePhoneNumber(text: string): NormalizedPhoneNumber {
  if (isGroupId(text) || isUserId(text)) return { number: text, issues: [] };
  const digits = text.replace(PUNCTUATION, "").replace(/^[+＋]/, "");
  const stranger = /[^0-9]/u.exec(digits)?.[0];
  if (digits === "") return error("phone-number-empty", `${quote(text)} has no digit`, EXAMPLE);
  if (stranger !== undefined)
    return error("phone-number-character", `${quote(text)} is no phone number: it has ${quote(stranger)}`, EXAMPLE);
  const { least, most } = PHONE_NUMBER_DIGITS;
  if (digits.length < least || digits.length > most)
    return error(
      digits.length < least ? "phone-number-too-short" : "phone-number-too-long",
      `${quote(text)} has ${count(digits.length, "digit")}, an international number ${least} to ${most}`,
      EXAMPLE,
    );
  return { number: digits, issues: doubts(text, digits) };
}

const EXAMPLE = "Write it with its country code: +49 170 1234567 or 491701234567.";

function doubts(text: string, digits: string): Issue[] {
  const doubt = (code: string, message: string, hint: string): Issue[] => [
    { severity: "warning", code, path: "", message, hint },
  ];
  if (digits.startsWith("0"))
    return doubt(
      "phone-number-without-country",
      `${quote(text)} begins with 0; no country code does`,
      digits.startsWith("00") ? `Leave out the 00: ${digits.slice(2)}.` : EXAMPLE,
    );
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  if (parsed?.isValid() === true) return [];
  const country = parsed?.country === undefined ? "any country" : parsed.country;
  return doubt(
    "phone-number-doubtful",
    `${quote(text)} is not in the numbering plan of ${country}`,
    "Check the country code and the digits; it is sent as it is.",
  );
}
