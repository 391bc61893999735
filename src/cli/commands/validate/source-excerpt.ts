import { displayWidth, glyphs } from "../../output/display-width.ts";
import type { Paint } from "../../output/paint.ts";
import { visibleLine } from "../../output/visible.ts";

/** Columns of text that stay in view before the caret when a line is too long. */
const BEFORE_CARET = 24;
const CUT = "…";

/** A text from its start or, after `skip` columns, from the middle, in at most `room` columns. */
function cropped(text: string, skip: number, room: number): string {
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

/**
 * A line of a file with a caret below the column (1-based, UTF-16 code units), in at most `width` columns:
 *
 *   14 |     body: Hi {{1}}
 *      |           ^
 */
export function sourceExcerpt(source: string, line: number, column: number, width: number, paint: Paint): string {
  const gutter = `  ${line} | `;
  const room = Math.max(20, width - gutter.length - 2 * CUT.length);
  const expanded = (text: string) => visibleLine(text.replaceAll("\t", "  "));
  const caretAt = displayWidth(expanded(source.slice(0, column - 1)));
  const skip = caretAt > room - 10 ? caretAt - BEFORE_CARET : 0;
  const start = skip > 0 ? CUT : "";
  const text = start + cropped(expanded(source.trimEnd()), skip, room);
  const below = `${" ".repeat(gutter.length - 2)}| ${" ".repeat(start.length + caretAt - skip)}`;
  return `${paint("dim", gutter)}${text}\n${paint("dim", below)}${paint("red", "^")}`;
}
