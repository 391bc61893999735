import { MycobotError } from "../../errors/index.ts";
import { parseJson as parseLossless } from "../../model/text/index.ts";
import type { Io } from "../io.ts";
import { readText, STDIN } from "./read-text.ts";

/** Text that is not JSON. `where` is `file:line:column`. */
export class JsonSyntaxError extends MycobotError {
  readonly problem: JsonSyntaxProblem;

  constructor(file: string, problem: JsonSyntaxProblem) {
    super("MYCO_USAGE", `Invalid JSON: ${problem.message}.`, {
      hint: "Fix the JSON at this position.",
      where: `${file === STDIN ? "stdin" : file}:${problem.line}:${problem.column}`,
    });
    this.problem = problem;
  }
}

/**
 * The JSON value of a text; ids that are written as long numbers keep their digits, as text. `name` of its file or option,
 * for the message. @throws JsonSyntaxError
 */
export function parseJson(text: string, name: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    throw new JsonSyntaxError(name, jsonSyntaxProblem(text));
  }
}

/** The JSON value in a file or in stdin (`-`). @throws JsonSyntaxError, or MYCO_USAGE for an unreadable file */
export async function readJson(file: string, io: Io): Promise<unknown> {
  return parseJson(await readText(file, io), file);
}

/** The first place where a text is not valid JSON. */
export interface JsonSyntaxProblem {
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** `expected a comma or "]"`, `unexpected end of text: expected a value` … */
  message: string;
}

// The tokens of RFC 8259, without leading white space. Sticky, and without nested repetition: linear on any input.
const SPACE = /[ \t\r\n]*/y;
const PUNCTUATION = /[{}[\],:]/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not hold control characters
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type State = "value" | "first element" | "key" | "first key" | "colon" | "after member" | "after element" | "end";

const VALUE = { "{": "first key", "[": "first element", string: "after", scalar: "after" } as const;

/** The tokens allowed in each state, and the next state; `after` depends on the open brackets. */
const NEXT: Readonly<Record<State, Readonly<Record<string, State | "after">>>> = {
  value: VALUE,
  "first element": { ...VALUE, "]": "after" },
  key: { string: "colon" },
  "first key": { string: "colon", "}": "after" },
  colon: { ":": "value" },
  "after member": { ",": "key", "}": "after" },
  "after element": { ",": "value", "]": "after" },
  end: {},
};

const EXPECTED: Readonly<Record<State, string>> = {
  value: "expected a value",
  "first element": 'expected a value or "]"',
  key: "expected a key in double quotes",
  "first key": 'expected a key in double quotes or "}"',
  colon: 'expected ":" after the key',
  "after member": 'expected a comma or "}"',
  "after element": 'expected a comma or "]"',
  end: "unexpected text after the value",
};

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function tokenAt(text: string, at: number): { kind: string; length: number } {
  const punctuation = match(PUNCTUATION, text, at);
  if (punctuation !== "") return { kind: punctuation, length: 1 };
  const string = match(STRING, text, at);
  if (string !== "") return { kind: "string", length: string.length };
  const scalar = match(SCALAR, text, at);
  return { kind: scalar === "" ? "none" : "scalar", length: scalar.length };
}

function stateAfterValue(open: readonly string[]): State {
  const inside = open[open.length - 1];
  if (inside === undefined) return "end";
  return inside === "{" ? "after member" : "after element";
}

function problemText(state: State, found: string | undefined): string {
  if (found === undefined) return `unexpected end of text: ${EXPECTED[state]}`;
  const string = found === '"' && "string" in NEXT[state];
  return string ? "unterminated string, or a string with a line break or an invalid escape" : EXPECTED[state];
}

/** Reads a text that JSON.parse refuses, token by token, up to the first error. */
function breakingPoint(text: string): { at: number; message: string } {
  const open: string[] = [];
  let state: State = "value";
  let at = match(SPACE, text, 0).length;
  for (;;) {
    const { kind, length } = tokenAt(text, at);
    const next: State | "after" | undefined = NEXT[state][kind];
    if (next === undefined) return { at, message: problemText(state, text[at]) };
    if (kind === "{" || kind === "[") open.push(kind);
    if (kind === "}" || kind === "]") open.pop();
    state = next === "after" ? stateAfterValue(open) : next;
    at += length;
    at += match(SPACE, text, at).length;
  }
}

/** Where and why a text that JSON.parse refuses is invalid. */
export function jsonSyntaxProblem(text: string): JsonSyntaxProblem {
  if (text.trim() === "") return { line: 1, column: 1, message: "the text is empty" };
  const { at, message } = breakingPoint(text);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before[before.length - 1] ?? "").length + 1, message };
}
