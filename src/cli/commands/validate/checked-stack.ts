import type { StackCheck } from "../../../stack/index.ts";
import type { StackIssue } from "../../../stack/types.ts";
import { type SourceLine, sourceLine } from "./source-line.ts";

/** What `validate` found out about one file, safe to print; files are relative to the working folder where they lie below it. */
export interface CheckedStack {
  stack: string;
  /** No errors: warnings and notes are possible. */
  ok: boolean;
  issues: StackIssue[];
  /** How many templates it declares; undefined where it is too broken to tell, or only a fragment. */
  templates?: number;
  /** A line (1-based) of a file that an issue names; undefined where the file was not read. */
  lineOf: (file: string, line: number) => SourceLine | undefined;
}

/** Longer messages repeat a long text of the file. */
const LONGEST = 2000;

/** What was found, with everything in it that comes from a file cleaned: here, so that no format can forget it. */
export function checkedStack(check: StackCheck, clean: (text: string) => string): CheckedStack {
  const { name, issues, stack, sources } = check;
  const short = (text: string) => {
    const cleaned = clean(text);
    return cleaned.length > LONGEST ? `${cleaned.slice(0, LONGEST)}…` : cleaned;
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

/** Each file is split once, and each line cleaned once, however many issues it has. */
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
