/** A place in a file: absolute path, line and column from 1. Column counts UTF-16 units, as editors do. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** The place of `needle` inside of text that was written as `raw` at `start`; `start` itself when it is not found there. */
export function placeWithin(start: Place, raw: string, needle: string): Place {
  const offset = raw.indexOf(needle);
  if (offset < 0) return start;
  const before = raw.slice(0, offset).split("\n");
  const last = before.at(-1) ?? "";
  return before.length === 1
    ? { ...start, column: start.column + last.length }
    : { ...start, line: start.line + before.length - 1, column: last.length + 1 };
}
