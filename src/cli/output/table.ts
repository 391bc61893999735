import CliTable from "cli-table3";
import type { Color, Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { cutText, displayWidth } from "./wrap.ts";

/** A cut cell keeps at least this many columns. */
const MIN_CUT = 12;
const GAP = 2;

/** Untrusted text with a color. */
export interface PaintedCell {
  text: string;
  color?: Color;
  /** Used instead of `text` if the table is too wide. */
  short?: string;
}

type Cell = string | PaintedCell;

/** How a column gives way if the table is too wide. By default its cells wrap between words. */
export interface Column {
  name: string;
  /** The column is omitted: the one with the lowest number first. */
  drop?: number;
  /** Cells stay on one line. */
  whole?: boolean;
  /** Cells are cut, ending in `…`, when nothing else is left. Not for ids, which are copied. */
  cut?: boolean;
}

export interface TableContent {
  head: readonly (string | Column)[];
  rows: readonly (readonly Cell[])[];
}

/** A column while the table is fitted. */
interface Fitted extends Column {
  cells: readonly PaintedCell[];
  isShort: boolean;
  /** Undefined: as wide as its widest cell. */
  width?: number;
}

export interface FittedTable {
  text: string;
  /** Names of columns that were omitted because of the width. Columns without any value do not count. */
  hidden: string[];
}

/** A table without borders, at most `width` columns wide if possible. Words are never broken. Cells are untrusted text. */
export function renderTable(content: TableContent, width: number, paint: Paint): string {
  return fittedTable(content, width, paint).text;
}

/** Like {@link renderTable}, with the names of the columns that were omitted. */
export function fittedTable(content: TableContent, width: number, paint: Paint): FittedTable {
  const all = columnsOf(content);
  const columns = fitColumns(all, width);
  const hidden = all.filter((column) => !isEmpty(column) && !columns.some(({ name }) => name === column.name));
  return { text: printed(columns, paint), hidden: hidden.map(({ name }) => name) };
}

function columnsOf({ head, rows }: TableContent): Fitted[] {
  return head.map((column, index) => ({
    ...(typeof column === "string" ? { name: column } : column),
    cells: rows.map((row) => paintedCell(row[index] ?? "")),
    isShort: false,
  }));
}

function paintedCell(cell: Cell): PaintedCell {
  if (typeof cell === "string") return { text: visibleLine(cell) };
  const { text, short } = cell;
  return { ...cell, text: visibleLine(text), ...(short === undefined ? {} : { short: visibleLine(short) }) };
}

function textsOf({ cells, isShort }: Fitted): string[] {
  return cells.map(({ text, short }) => (isShort ? (short ?? text) : text));
}

function isEmpty({ cells }: Fitted): boolean {
  return cells.every(({ text }) => text === "");
}

function naturalWidth(column: Fitted): number {
  return Math.max(displayWidth(column.name), ...textsOf(column).map(displayWidth));
}

/** The width below which a cell would be broken within a word. */
function minWidth(column: Fitted): number {
  if (column.whole === true) return naturalWidth(column);
  const words = [column.name, ...textsOf(column)].flatMap((text) => text.split(" "));
  return Math.max(...words.map(displayWidth));
}

function excessOf(columns: readonly Fitted[], width: number): number {
  const own = columns.reduce((sum, column) => sum + (column.width ?? naturalWidth(column)), 0);
  return own + GAP * (columns.length - 1) - width;
}

/** Shortens, wraps, omits and finally cuts columns, only as far as needed. */
function fitColumns(all: readonly Fitted[], width: number): Fitted[] {
  let columns = [...all];
  if (excessOf(columns, width) <= 0) return columns;
  columns = columns.filter((column) => column.drop === undefined || !isEmpty(column));
  const byRank = [...columns].sort((a, b) => (a.drop ?? Infinity) - (b.drop ?? Infinity));
  for (const { name } of byRank) {
    if (excessOf(columns, width) <= 0) return columns;
    columns = columns.map((column) => (column.name === name ? { ...column, isShort: true } : column));
  }
  for (const { name } of byRank.filter(({ drop }) => drop !== undefined)) {
    if (excessOf(wrapped(columns, width), width) <= 0) break;
    columns = columns.filter((column) => column.name !== name);
  }
  return cutColumns(wrapped(columns, width), width);
}

/** Narrows the widest columns, as far as their words permit. */
function wrapped(columns: readonly Fitted[], width: number): Fitted[] {
  return narrowed(columns, width, minWidth);
}

function cutColumns(columns: readonly Fitted[], width: number): Fitted[] {
  const fitted = narrowed(columns, width, (column) =>
    column.cut === true ? Math.min(MIN_CUT, column.width ?? naturalWidth(column)) : Number.POSITIVE_INFINITY,
  );
  return fitted.map((column) => (column.cut === true && column.width !== undefined ? cutCells(column) : column));
}

function cutCells(column: Fitted): Fitted {
  const cells = column.cells.map((cell, index) => ({
    ...cell,
    text: cutText(textsOf(column)[index] ?? "", column.width ?? 0),
  }));
  return { ...column, cells, isShort: false };
}

function narrowed(columns: readonly Fitted[], width: number, minOf: (column: Fitted) => number): Fitted[] {
  const widths = columns.map((column) => column.width ?? naturalWidth(column));
  const mins = columns.map(minOf);
  for (let excess = excessOf(columns, width); excess > 0; excess -= 1) {
    const room = widths.map((own, index) => (own > (mins[index] ?? 0) ? own : 0));
    const widest = room.indexOf(Math.max(...room));
    if ((room[widest] ?? 0) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return columns.map((column, index) => {
    const own = widths[index];
    return own === undefined || own === naturalWidth(column) ? column : { ...column, width: own };
  });
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "mid", "left", "right", "middle"].flatMap((side) => {
    const corners = ["left", "right", "mid"].map((corner) => [`${side}-${corner}`, ""]);
    return [[side, ""], ...corners];
  }),
);

function printed(columns: readonly Fitted[], paint: Paint): string {
  const table = new CliTable({
    chars: { ...NO_LINES, middle: " ".repeat(GAP) },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    colWidths: columns.map((column) => column.width ?? naturalWidth(column)),
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  const texts = columns.map(textsOf);
  const rows = (columns[0]?.cells ?? []).map((_, row) =>
    columns.map(({ cells }, column) => {
      const text = texts[column]?.[row] ?? "";
      const color = cells[row]?.color;
      return color === undefined ? text : paint(color, text);
    }),
  );
  table.push(
    columns.map(({ name }) => paint("bold", name)),
    ...rows,
  );
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
