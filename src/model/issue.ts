import { closest, listing, quote, textLength } from "./text/index.ts";

/** How serious an issue is: an `error` blocks, a `warning` may be refused or may look wrong, a `note` informs. */
export type Severity = "error" | "warning" | "note";

/** How WhatsApp answers a broken rule. */
export interface WhatsAppAnswer {
  code: number;
  subcode?: number;
}

/** One problem of a value, as data. Rendering it is up to the caller. */
export interface Issue {
  severity: Severity;
  /** Stable, kebab-case: `body-too-long`. */
  code: string;
  /** JSON pointer (RFC 6901) into the value that was checked: `/components/1/text`. */
  path: string;
  /** What is wrong, with the offending text and the rule. */
  message: string;
  /** What to do about it. */
  hint: string;
  /** How WhatsApp answers this, where that is known. */
  whatsapp?: WhatsAppAnswer;
}

/** An issue whose severity is yet to be given. */
export interface Finding extends Omit<Issue, "severity" | "whatsapp"> {
  whatsapp?: WhatsAppAnswer | undefined;
}

/** A rule that WhatsApp enforces for certain. */
export function error(finding: Finding): Issue {
  return issue("error", finding);
}

/** A rule on which sources differ, or that only spoils the message. */
export function warning(finding: Finding): Issue {
  return issue("warning", finding);
}

function issue(severity: Severity, { code, path, message, hint, whatsapp }: Finding): Issue {
  return { severity, code, path, message, hint, ...(whatsapp === undefined ? {} : { whatsapp }) };
}

interface Subject {
  code: string;
  path: string;
  /** Begins the message: `body`, `label of button 2`. */
  subject: string;
  whatsapp?: WhatsAppAnswer | undefined;
}

/**
 * The issue of a text above its limit, if it is. WhatsApp does not say what a character is: above the limit in code points
 * the text is too long however it counts (error); above it only in UTF-16 units, where an emoji is two, it may be (warning).
 */
export function* tooLong({ subject, text, max, ...rest }: Subject & { text: string; max: number }): Iterable<Issue> {
  const { codePoints, utf16 } = textLength(text);
  const says = `${subject} ${quote(text)} has ${codePoints} characters`;
  if (codePoints > max)
    yield error({
      ...rest,
      message: `${says}; WhatsApp allows ${max}`,
      hint: `Shorten it by ${codePoints - max}.`,
    });
  else if (utf16 > max)
    yield warning({
      ...rest,
      message: `${says}, but ${utf16} if an emoji counts as two; WhatsApp allows ${max}`,
      hint: `Shorten it by ${utf16 - max} to be safe.`,
    });
}

/** The issue of a value outside a closed list. Letter case is up to the caller. */
export function unknownValue(finding: Subject & { value: string; known: readonly string[]; hint?: string }): Issue {
  const { subject, value, known, hint, ...rest } = finding;
  const meant = closest(value, known);
  return error({
    ...rest,
    message: `${subject} ${quote(value)} is not recognized by WhatsApp`,
    hint: hint ?? (meant === undefined ? `Use ${listing(known)}.` : `Did you mean ${meant}?`),
  });
}

/** The issue of something required that is absent. `what` completes "has no …". */
export function missing({ subject, what, hint, ...rest }: Subject & { what: string; hint: string }): Issue {
  return error({ ...rest, message: `${subject} has no ${what}`, hint });
}
