import CliTable from "cli-table3";
import type { Color, Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { brokenWords, displayWidth } from "./wrap.ts";

/** Narrower columns are unreadable: the table becomes wider than the terminal instead. */
const MIN_COLUMN = 8;
const GAP = 2;

/** Untrusted text with a color. */
export interface PaintedCell {
  text: string;
  color: Color;
}

type Cell = string | PaintedCell;

export interface TableContent {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

function shownText(cell: Cell): string {
  return visibleLine(typeof cell === "string" ? cell : cell.text);
}

/** Names and ids contain no spaces: they are broken at the width of the column, so that they remain complete. */
function paintedText(cell: Cell, width: number, paint: Paint): string {
  const text = brokenWords(shownText(cell), width);
  return typeof cell === "string" ? text : paint(cell.color, text);
}

/** Shrinks the widest columns until the table fits. */
function fittedWidths(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= MIN_COLUMN) break;
    widths[widest] = width - 1;
    excess -= 1;
  }
  return widths;
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "mid", "left", "right", "middle"].flatMap((side) => {
    const corners = ["left", "right", "mid"].map((corner) => [`${side}-${corner}`, ""]);
    return [[side, ""], ...corners];
  }),
);

/** A table without borders, at most `width` columns wide; long cells wrap. Cells are untrusted text. */
export function renderTable(content: TableContent, width: number, paint: Paint): string {
  const rows = content.rows.map((row) => row.map(shownText));
  const natural = content.head.map((name, column) =>
    Math.max(displayWidth(name), ...rows.map((row) => displayWidth(row[column] ?? ""))),
  );
  const widths = fittedWidths(natural, width - GAP * (natural.length - 1));
  const table = new CliTable({
    chars: { ...NO_LINES, middle: " ".repeat(GAP) },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    colWidths: widths,
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  table.push(
    content.head.map((name) => paint("bold", name)),
    ...content.rows.map((row) => row.map((cell, column) => paintedText(cell, widths[column] ?? MIN_COLUMN, paint))),
  );
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
