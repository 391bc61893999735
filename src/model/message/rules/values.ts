import { z } from "zod";
import { closest, count, listing, quote, textLength } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../tables/index.ts";
import { obeys, type Problem } from "./problem.ts";

// The `error` of a shape completes the sentence "WhatsApp wants …".

export const text = z.string({ error: "a text" });

export const flag = z.boolean({ error: "true or false" });

export const number = z.number({ error: "a number" });

/** WhatsApp takes places as digits in a text as well. */
export const place = z.union([z.number().int(), z.string().regex(/^\d+$/)], { error: "a whole number" });

export function listOf<T extends z.ZodType>(element: T, what: string): z.ZodArray<T> {
  return z.array(element, { error: `a list of ${what}` });
}

export function object<T extends z.core.$ZodLooseShape>(shape: T): z.ZodObject<T, z.core.$loose> {
  return z.looseObject(shape, { error: "an object" });
}

/** A text that says something, of at most `most` characters. `subject` begins the messages. */
export function words(subject: string, most: number) {
  return text.check(
    obeys(function* (value) {
      if (value.trim() === "") yield empty(subject);
      yield* tooLong(subject, value, most);
    }),
  );
}

/** An id, or another text of no known length, that may not be empty. */
export function filled(subject: string) {
  return text.check(
    obeys(function* (value) {
      if (value.trim() === "") yield empty(subject);
    }),
  );
}

function empty(subject: string): Problem {
  return {
    code: "parameter-empty",
    message: `${subject} is empty`,
    hint: "Write it, or leave it out where it is optional.",
    whatsapp: MESSAGE_ANSWERS.missingParameter,
  };
}

/**
 * WhatsApp does not say what a character is: above the limit in code points it is too long however it counts; above
 * it in UTF-16 units only, where an emoji is two, it may be.
 */
function* tooLong(subject: string, value: string, most: number): Iterable<Problem> {
  const { codePoints, utf16 } = textLength(value);
  if (utf16 <= most) return;
  const certain = codePoints > most;
  const length = certain
    ? `${codePoints} characters`
    : `${codePoints} characters, but ${utf16} where an emoji counts as two`;
  yield {
    severity: certain ? "error" : "warning",
    code: "text-too-long",
    message: `${subject} ${quote(value)} has ${length}; WhatsApp allows ${most}`,
    hint: `Shorten it by ${(certain ? codePoints : utf16) - most}.`,
    whatsapp: MESSAGE_ANSWERS.parameterValue,
  };
}

/** One of the values; in any letter case where WhatsApp takes that (`anyCase`). */
export function oneOf(subject: string, values: readonly string[], options: { anyCase?: boolean } = {}) {
  const plain = (value: string) => (options.anyCase === true ? value.toLowerCase() : value);
  return text.check(
    obeys(function* (value) {
      if (values.some((one) => plain(one) === plain(value))) return;
      const meant = closest(value, values);
      yield {
        code: "value-unknown",
        message: `${subject} ${quote(value)} is none that WhatsApp knows`,
        hint: meant === undefined ? `Write ${listing(values)}.` : `Did you mean ${meant}?`,
        whatsapp: MESSAGE_ANSWERS.invalidParameter,
      };
    }),
  );
}

/** An address that WhatsApp, or the recipient, can open. */
export function webAddress(subject: string) {
  return text.check(
    obeys(function* (value) {
      if (/^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value)) return;
      yield {
        code: "link-invalid",
        message: `${subject} ${quote(value)} is no http or https address`,
        hint: "Write it whole: https://example.com/picture.jpg.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      };
    }),
  );
}

/** The number of elements; `noun` in the singular. */
export function* outside(noun: string, length: number, least: number, most: number): Iterable<Problem> {
  if (length >= least && length <= most) return;
  yield {
    code: length < least ? "too-few" : "too-many",
    message: `${count(length, noun)}; WhatsApp allows ${least} to ${most}`,
    hint: length < least ? `Add ${least - length}.` : `Take out ${length - most}.`,
    whatsapp: MESSAGE_ANSWERS.parameterValue,
  };
}

/** Elements whose `value` was there before. */
export function* repeated<T>(
  elements: readonly T[],
  value: (element: T) => string | undefined,
  subject: string,
  at: (index: number) => readonly (string | number)[],
): Iterable<Problem> {
  const first = new Map<string, number>();
  for (const [index, element] of elements.entries()) {
    const own = value(element);
    const before = own === undefined ? undefined : first.get(own);
    if (own !== undefined && before === undefined) first.set(own, index);
    if (before === undefined || own === undefined) continue;
    yield {
      code: "duplicate",
      at: at(index),
      message: `${subject} ${quote(own)} is there twice; WhatsApp wants each once`,
      hint: "Change one of them.",
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    };
  }
}
