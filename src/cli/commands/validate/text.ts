import type { StackIssue } from "../../../stack/types.ts";
import type { Context } from "../../context.ts";
import type { Paint } from "../../output/paint.ts";
import { issueCounts, severityLabel } from "../../output/severity.ts";
import { renderTable } from "../../output/table.ts";
import { visible, visibleLine } from "../../output/visible.ts";
import { displayWidth, glyphs, wrap } from "../../output/wrap.ts";
import { type CheckedStack, distinctIssues } from "./checked-stack.ts";

type Screen = Pick<Context, "paint" | "width" | "tableWidth">;
type LineOf = CheckedStack["lineOf"];

function issueText(issue: StackIssue, lineOf: LineOf, { paint, width }: Screen): string {
  const { severity, code, file, line, column, message, hint } = issue;
  const place = `${visibleLine(file)}:${line}:${column}`;
  const source = lineOf(file, line);
  const excerpt = source && sourceExcerpt(source.text, line, source.column(column), width, paint);
  return [
    `${paint("bold", place)} ${severityLabel(severity, paint)} ${paint("dim", code)}`,
    ...(excerpt === undefined ? [] : [excerpt]),
    wrap(visible(message), width, "  "),
    ...(hint === "" ? [] : [paint("cyan", wrap(visible(hint), width, "  "))]),
  ].join("\n");
}

function summaryText(stacks: readonly CheckedStack[], { paint, tableWidth }: Screen): string {
  const rows = stacks.map(({ stack, ok, issues, templates }) => [
    stack,
    templates === undefined ? "" : String(templates),
    ok ? "ok" : "not ok",
    issueCounts(issues),
  ]);
  return renderTable({ head: ["stack", "templates", "result", "problems"], rows }, tableWidth, paint);
}

/** Every issue with its line of the file, then a table of the stacks. */
export function validateText(stacks: readonly CheckedStack[], screen: Screen): string {
  const lineOf: LineOf = (file, line) => {
    for (const each of stacks) {
      const found = each.lineOf(file, line);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const blocks = distinctIssues(stacks).map((issue) => issueText(issue, lineOf, screen));
  return [...blocks, summaryText(stacks, screen)].join("\n\n");
}

/** Columns shown before the caret if the line is too long. */
const BEFORE_CARET = 24;
const CUT = "…";
/** UTF-16 code units read per column shown: emoji and accents have several. */
const UNITS = 4;

/** A line of which an excerpt reads only the part near the caret: it may be a megabyte long. */
export type Line = Pick<string, "length" | "slice">;

const PLAIN = /^[ -~]*$/;

/** At most `room` columns of a text, after `skip` columns. */
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

/** The text without a leading half of a surrogate pair. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, "");
}

/**
 * A line of a file with a caret below the column (1-based, UTF-16 code units), in at most `width` columns:
 *
 *   14 |     body: Hi {{1}}
 *      |           ^
 *
 * Undefined if there is only white space to show. The effort depends on the width, not on the length of the line.
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
