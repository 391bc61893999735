/** The two lengths that WhatsApp may mean by "characters"; which one it counts is not published. */
export interface TextLength {
  /** Unicode code points: the smaller number, as multi-byte functions of PHP and Hack count. */
  codePoints: number;
  /** UTF-16 units: what JavaScript and Java clients count; most emojis are two or more. */
  utf16: number;
}

/**
 * How far a text is searched where the search is slow (word and emoji boundaries, pairs of marks): several times what any
 * text of a template may have, so that one that is far too long is refused for its length in no time.
 */
export const SEARCHED = 8192;

/**
 * Both lengths of a text. Rules take `codePoints` as certain (an error above the limit) and `utf16` as doubtful
 * (a warning when only this one is above it).
 */
export function textLength(text: string): TextLength {
  return { codePoints: Array.from(text).length, utf16: text.length };
}
