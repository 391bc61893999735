/** The first place where a text stops being JSON. */
export interface JsonSyntaxProblem {
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** `expected a comma or "]"`, `the text ends too early: expected a value` … */
  message: string;
}

// RFC 8259's tokens after white space. Sticky, and without nested repetition: linear on any input.
const SPACE = /[ \t\r\n]*/y;
const PUNCTUATION = /[{}[\],:]/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not hold control characters
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type State = "value" | "first element" | "key" | "first key" | "colon" | "after member" | "after element" | "end";

const VALUE = { "{": "first key", "[": "first element", string: "after", scalar: "after" } as const;

/** What may come in each state, and the state after it; `after` depends on what is still open. */
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
  end: "expected nothing more",
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

function complaint(state: State, found: string | undefined): string {
  if (found === undefined) return `the text ends too early: ${EXPECTED[state]}`;
  const string = found === '"' && "string" in NEXT[state];
  return string ? "this string has no end, or holds a line break or a wrong escape" : EXPECTED[state];
}

/** Reads token by token what JSON.parse refused, up to where it breaks. */
function breakingPoint(text: string): { at: number; message: string } {
  const open: string[] = [];
  let state: State = "value";
  let at = match(SPACE, text, 0).length;
  for (;;) {
    const { kind, length } = tokenAt(text, at);
    const next: State | "after" | undefined = NEXT[state][kind];
    if (next === undefined) return { at, message: complaint(state, text[at]) };
    if (kind === "{" || kind === "[") open.push(kind);
    if (kind === "}" || kind === "]") open.pop();
    state = next === "after" ? stateAfterValue(open) : next;
    at += length;
    at += match(SPACE, text, at).length;
  }
}

/** Where and why a text that JSON.parse refused is not JSON. */
export function jsonSyntaxProblem(text: string): JsonSyntaxProblem {
  if (text.trim() === "") return { line: 1, column: 1, message: "it is empty" };
  const { at, message } = breakingPoint(text);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before[before.length - 1] ?? "").length + 1, message };
}
