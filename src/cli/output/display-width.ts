const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Two columns: emoji, and East Asian wide and full-width characters (the blocks of UAX #11 that occur in messages). */
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function graphemeWidth(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return ZERO.test(grapheme) ? 0 : 1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours that styleText puts in begin with one
const COLOUR = /(\u001b\[[0-9;]*m)/;

export interface Glyph {
  text: string;
  width: number;
}

/** What a terminal shows one after the other: user-perceived characters, and colours, which take no room. */
export function glyphs(text: string): Glyph[] {
  return text.split(COLOUR).flatMap((part, index) => {
    if (index % 2 === 1) return [{ text: part, width: 0 }];
    return Array.from(segmenter.segment(part), ({ segment }) => ({ text: segment, width: graphemeWidth(segment) }));
  });
}

const PLAIN = /^[ -~]*$/;

/** Columns that a text without control characters (colours aside) takes on a terminal. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return glyphs(text).reduce((sum, glyph) => sum + glyph.width, 0);
}
