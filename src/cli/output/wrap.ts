const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Two columns: emoji, and East Asian wide and full-width characters (the blocks of UAX #11 that occur in messages). */
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function graphemeWidth(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return ZERO.test(grapheme) ? 0 : 1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences of styleText start with one
const COLOR = /(\u001b\[[0-9;]*m)/;

export interface Glyph {
  text: string;
  width: number;
}

/** The user-perceived characters of a text, and its color sequences, which have no width. */
export function glyphs(text: string): Glyph[] {
  return text.split(COLOR).flatMap((part, index) => {
    if (index % 2 === 1) return [{ text: part, width: 0 }];
    return Array.from(segmenter.segment(part), ({ segment }) => ({ text: segment, width: graphemeWidth(segment) }));
  });
}

const PLAIN = /^[ -~]*$/;

/** Columns of a text on a terminal. Apart from color sequences it has no control characters. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return glyphs(text).reduce((sum, glyph) => sum + glyph.width, 0);
}

/** A word that is wider than the line, cut at the end of the line. */
function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const cut: string[] = [];
  let piece = "";
  let taken = 0;
  for (const glyph of glyphs(word)) {
    if (taken + glyph.width > width) {
      cut.push(piece);
      piece = "";
      taken = 0;
    }
    piece += glyph.text;
    taken += glyph.width;
  }
  return [...cut, piece];
}

/** The text, cut to `width` columns and ending in `…`; unchanged if it is not wider. */
export function cutText(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${pieces(text, Math.max(1, width - 1))[0]}…`;
}

function wrapLine(line: string, width: number, cut: (word: string, width: number) => string[]): string[] {
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of line.split(" ").flatMap((part) => cut(part, width))) {
    const joined = current === undefined ? word : `${current} ${word}`;
    if (current === undefined || displayWidth(joined) <= width) current = joined;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current ?? ""];
}

/** Wraps text at `width` columns, with `indent` before each line. A wider word is cut. */
export function wrap(text: string, width: number, indent = ""): string {
  return wrapped(text, width, indent, pieces);
}

/** Like {@link wrap}, but no word is cut: ids, URLs and URNs can be copied, and may be wider than the line. */
export function wrapWords(text: string, width: number, indent = ""): string {
  return wrapped(text, width, indent, (word) => [word]);
}

function wrapped(text: string, width: number, indent: string, cut: (word: string, width: number) => string[]): string {
  const room = Math.max(20, width - displayWidth(indent));
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, room, cut))
    .map((line) => `${indent}${line}`)
    .join("\n");
}
