import type { StackCheck } from "../../../stack/index.ts";
import type { StackIssue } from "../../../stack/types.ts";

/** The result of `validate` for one file, safe to print. Files below the working directory have relative paths. */
export interface CheckedStack {
  stack: string;
  /** No errors; warnings and notes are possible. */
  ok: boolean;
  issues: StackIssue[];
  /** Number of declared templates; absent if the file cannot be read as a stack, or is a fragment. */
  templates?: number;
  /** A line (1-based) of the file of an issue; undefined if the file was not read. */
  lineOf: (file: string, line: number) => SourceLine | undefined;
}

/** Longer messages quote a long text of the file. */
const MAX_MESSAGE = 2000;

/** Cleans all text that comes from a file: once for all formats. */
export function checkedStack(check: StackCheck, clean: (text: string) => string): CheckedStack {
  const { name, issues, stack, sources } = check;
  const short = (text: string) => {
    const cleaned = clean(text);
    return cleaned.length > MAX_MESSAGE ? `${cleaned.slice(0, MAX_MESSAGE)}…` : cleaned;
  };
  const printable = issues.map((issue): StackIssue => {
    const { file, message, hint, path } = issue;
    return { ...issue, file: clean(file), message: short(message), hint: short(hint), path: clean(path) };
  });
  return {
    stack: clean(name),
    ok: !issues.some((issue) => issue.severity === "error"),
    issues: printable,
    lineOf: linesOf(sources, clean),
    ...(stack === undefined ? {} : { templates: stack.templates.length }),
  };
}

/** Splits each file once and cleans each line once, for any number of issues. */
function linesOf(sources: ReadonlyMap<string, string>, clean: (text: string) => string): CheckedStack["lineOf"] {
  const files = new Map([...sources].map(([file, text]) => [clean(file), text]));
  const split = new Map<string, string[]>();
  const cleaned = new Map<string, SourceLine | undefined>();
  return (file, line) => {
    const key = `${line}:${file}`;
    if (cleaned.has(key)) return cleaned.get(key);
    const lines = split.get(file) ?? files.get(file)?.split(/\r?\n/) ?? [];
    split.set(file, lines);
    const text = lines[line - 1];
    const found = text === undefined ? undefined : sourceLine(text, clean);
    cleaned.set(key, found);
    return found;
  };
}

/** A line of a file, cleaned. */
interface SourceLine {
  text: string;
  /** Maps a column of the original line to the cleaned text (1-based, UTF-16 code units). */
  column(original: number): number;
}

/** Cleans a line. Columns in the changed part map to its start. */
function sourceLine(original: string, clean: (text: string) => string): SourceLine {
  const text = clean(original);
  if (text === original) return { text, column: (column) => column };
  const shorter = Math.min(text.length, original.length);
  let before = 0;
  while (before < shorter && text[before] === original[before]) before += 1;
  let after = 0;
  while (after < shorter - before && text.at(-1 - after) === original.at(-1 - after)) after += 1;
  return {
    text,
    column: (column) => {
      if (column - 1 <= before) return column;
      return column - 1 >= original.length - after ? column + text.length - original.length : before + 1;
    },
  };
}

function byPlace(a: StackIssue, b: StackIssue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** All issues by file and line, without duplicates: stacks that extend the same file share its issues. */
export function distinctIssues(stacks: readonly Pick<CheckedStack, "issues">[]): StackIssue[] {
  const distinct = new Map<string, StackIssue>();
  for (const issue of stacks.flatMap((each) => each.issues)) {
    const { file, line, column, code, message } = issue;
    const identity = JSON.stringify([file, line, column, code, message]);
    if (!distinct.has(identity)) distinct.set(identity, issue);
  }
  return [...distinct.values()].sort(byPlace);
}
