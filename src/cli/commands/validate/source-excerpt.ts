import { displayWidth, glyphs } from "../../output/display-width.ts";
import type { Paint } from "../../output/paint.ts";
import { visibleLine } from "../../output/visible.ts";

/** Columns of text that stay in view before the caret when a line is too long. */
const BEFORE_CARET = 24;
const CUT = "…";
/** UTF-16 code units that are looked at for each column that is shown: emoji and accents have several. */
const UNITS = 4;

/** What an excerpt needs of a line: of one that is a megabyte long, only what is near the caret is looked at. */
export type Line = Pick<string, "length" | "slice">;

const PLAIN = /^[ -~]*$/;

/** A text from its start or, after `skip` columns, from the middle, in at most `room` columns. */
function cropped(text: string, skip: number, room: number): string {
  if (PLAIN.test(text)) return text.slice(skip, skip + room) + (text.length > skip + room ? CUT : "");
  let column = 0;
  let shown = "";
  let taken = 0;
  for (const glyph of glyphs(text)) {
    column += glyph.width;
    if (column <= skip) continue;
    if (taken + glyph.width > room) return shown + CUT;
    shown += glyph.text;
    taken += glyph.width;
  }
  return shown;
}

/** Without the second half of a character whose first half was cut off. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, "");
}

/**
 * A line of a file with a caret below the column (1-based, UTF-16 code units), in at most `width` columns:
 *
 *   14 |     body: Hi {{1}}
 *      |           ^
 *
 * Undefined when there is nothing but white space to show. Takes time for the width, not for the line.
 */
export function sourceExcerpt(
  source: Line,
  line: number,
  column: number,
  width: number,
  paint: Paint,
): string | undefined {
  const gutter = `  ${line} | `;
  const room = Math.max(20, width - gutter.length - 2 * CUT.length);
  const expanded = (text: string) => visibleLine(text.replaceAll("\t", "  "));
  const caret = Math.min(column - 1, source.length);
  const from = Math.max(0, caret - UNITS * room);
  const to = Math.min(source.length, caret + UNITS * room);
  const before = from > 0 ? whole(source.slice(from, caret)) : source.slice(0, caret);
  const after = to < source.length ? source.slice(caret, to) : source.slice(caret, to).trimEnd();
  if (`${before}${after}`.trim() === "") return undefined;
  const caretAt = displayWidth(expanded(before));
  const skip = from > 0 || caretAt > room - 10 ? Math.max(0, caretAt - BEFORE_CARET) : 0;
  const start = from > 0 || skip > 0 ? CUT : "";
  const shown = cropped(expanded(after === "" ? before.trimEnd() : before + after), skip, room);
  const end = to < source.length && !shown.endsWith(CUT) ? CUT : "";
  const below = `${" ".repeat(gutter.length - 2)}| ${" ".repeat(start.length + caretAt - skip)}`;
  return `${paint("dim", gutter)}${start}${shown}${end}\n${paint("dim", below)}${paint("red", "^")}`;
}
