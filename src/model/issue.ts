/** How much an issue weighs: an `error` stops, a `warning` may come true, a `note` is for information. */
export type Severity = "error" | "warning" | "note";

/** One thing that is wrong with a value, as data: rendering stands elsewhere. */
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
  whatsapp?: { code: number; subcode?: number };
}
