/** The two lengths that WhatsApp may mean by "characters"; it does not publish which one it counts. */
export interface TextLength {
  /** Unicode code points: the smaller number, as multi-byte functions of PHP and Hack count. */
  codePoints: number;
  /** UTF-16 units: what JavaScript and Java clients count; most emojis are two or more. */
  utf16: number;
}

/**
 * The number of characters that slow searches read (word and emoji boundaries, pairs of marks): several times the longest
 * text of a template, so that the check of a much longer text stays fast.
 */
export const SEARCHED = 8192;

/**
 * Both lengths of a text. Above the limit, `codePoints` is an error; when only `utf16` is above the limit, rules yield a
 * warning.
 */
export function textLength(text: string): TextLength {
  return { codePoints: Array.from(text).length, utf16: text.length };
}
