import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { error, type Issue, warning } from "../issue.ts";
import { count, quote } from "../text/index.ts";
import { PHONE_NUMBER_DIGITS } from "./digits.ts";

/**
 * Business-scoped user ids: `US.13491208655302741918`, `US.ENT.11815799212886844830`.
 * Source: Meta, business-scoped user ids.
 */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Ids of groups: `capi_group:…` in base64. Source: Meta, group messaging. */
const GROUP_ID = /^Y2FwaV9ncm91cD[A-Za-z0-9+/=_-]+$/;

export function isUserId(text: string): boolean {
  return USER_ID.test(text);
}

export function isGroupId(text: string): boolean {
  return GROUP_ID.test(text);
}

/** Separators that people write between digits, and marks of the writing direction that copied contacts contain. */
const PUNCTUATION = /[\s().\-/\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export interface NormalizedPhoneNumber {
  /** Digits, with the country code first; undefined when there is an error. */
  number?: string;
  issues: Issue[];
}

/**
 * A phone number as WhatsApp expects it: without `+`, spaces and punctuation. A text that cannot be a number (other characters,
 * a digit count outside {@link PHONE_NUMBER_DIGITS}) is an error; a number outside all numbering plans is a warning. Ids of groups
 * and business-scoped user ids are unchanged. The issues' path is "".
 */
export function normalizePhoneNumber(text: string): NormalizedPhoneNumber {
  if (isGroupId(text) || isUserId(text)) return { number: text, issues: [] };
  const digits = text.replace(PUNCTUATION, "").replace(/^[+＋]/, "");
  const { min, max } = PHONE_NUMBER_DIGITS;
  if (digits === "") return impossible("empty", `${quote(text)} contains no digits`);
  const stranger = /[^0-9]/u.exec(digits)?.[0];
  if (stranger !== undefined)
    return impossible("character", `${quote(text)} is not a phone number: it contains ${quote(stranger)}`);
  if (digits.length < min || digits.length > max)
    return impossible(
      digits.length < min ? "too-short" : "too-long",
      `${quote(text)} has ${count(digits.length, "digit")}; an international number has ${min} to ${max}`,
    );
  return { number: digits, issues: doubts(text, digits) };
}

const EXAMPLE = "Write it with its country code: +49 170 1234567 or 491701234567.";

function impossible(problem: string, message: string): NormalizedPhoneNumber {
  return {
    issues: [error({ code: `phone-number-${problem}`, path: "", message, hint: EXAMPLE, whatsapp: { code: 131009 } })],
  };
}

function doubts(text: string, digits: string): Issue[] {
  if (digits.startsWith("0"))
    return [
      warning({
        code: "phone-number-without-country",
        path: "",
        message: `${quote(text)} begins with 0, which no country code does`,
        hint: digits.startsWith("00") ? `Omit the 00: ${digits.slice(2)}.` : EXAMPLE,
      }),
    ];
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  if (parsed?.isValid() === true) return [];
  const country = parsed?.country === undefined ? "any country" : parsed.country;
  return [
    warning({
      code: "phone-number-doubtful",
      path: "",
      message: `${quote(text)} is not in the numbering plan of ${country}`,
      hint: "Check the country code and the digits.",
    }),
  ];
}
