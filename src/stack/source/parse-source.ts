import { LineCounter, parseDocument, type YAMLError } from "yaml";
import { error, type Finding } from "./finding.ts";
import type { LocatedMap } from "./located.ts";
import type { Place } from "./place.ts";
import { NodeReader } from "./yaml-node.ts";
import { YAML_PROBLEMS } from "./yaml-problems.ts";

/** After so many, the rest follows from the first ones. */
const MAX_SYNTAX_FINDINGS = 20;

const QUOTE_VARIABLES = "Put text that starts with `{{` in quotes: YAML takes a bare brace for the start of a map.";

export interface ParsedSource {
  /** Absent when the text is no readable map. */
  tree?: LocatedMap;
  findings: Finding[];
}

/** Reads YAML text as one map with a place on every value. Never throws: what is wrong becomes findings. */
export function parseSource(text: string, file: string): ParsedSource {
  const start: Place = { file, line: 1, column: 1 };
  try {
    return parse(text, file, start);
  } catch (cause) {
    // The parser recurses: a few thousand brackets end in a RangeError.
    const deep = cause instanceof RangeError;
    const message = deep ? "values are nested too deep" : `this is no readable YAML: ${String(cause)}`;
    return {
      findings: [
        error({ code: deep ? "nested-too-deep" : "yaml-syntax", at: start, message, hint: "Flatten the file." }),
      ],
    };
  }
}

function parse(text: string, file: string, start: Place): ParsedSource {
  const lineCounter = linesOf(text);
  // Duplicate keys are ours to find: the parser's own search is quadratic.
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  const problems = firstHand([...document.errors, ...document.warnings]).slice(0, MAX_SYNTAX_FINDINGS);
  const syntax = problems.map((problem) => syntaxFinding(problem, text, file, lineCounter));
  if (document.errors.length > 0) return { findings: syntax };

  const reader = new NodeReader(file, text, lineCounter);
  const tree = reader.read(document.contents);
  const findings = [...syntax, ...reader.findings];
  if (tree.kind === "map") return { tree, findings };
  if (tree.kind === "scalar" && tree.value === null) {
    const hint = "Declare at least `account` and `templates`.";
    return { findings: [...findings, error({ code: "file-empty", at: start, message: "the file is empty", hint })] };
  }
  const hint = "Start with keys such as `account:` and `templates:`.";
  return {
    findings: [
      ...findings,
      error({ code: "not-a-map", at: tree.place, message: "a stack file is a map of keys", hint }),
    ],
  };
}

/** Counted by ourselves: inside of a quote that never ends, the parser counts no lines. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** After the first error the parser stumbles from token to token: only problems of other kinds are news. */
function firstHand(problems: readonly YAMLError[]): YAMLError[] {
  return problems.filter((problem, index) => index === 0 || problem.code !== "UNEXPECTED_TOKEN");
}

function syntaxFinding(problem: YAMLError, text: string, file: string, lines: LineCounter): Finding {
  const known = YAML_PROBLEMS[problem.code];
  const { line, col } = lines.linePos(Math.min(problem.pos[0], text.length));
  const at: Place = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  const offending = text
    .slice(lines.lineStarts[at.line - 1], lines.lineStarts[at.line])
    .trim()
    .slice(0, 60);
  const quoted = offending === "" ? "" : ` at \`${offending}\``;
  return error({
    code: known?.code ?? "yaml-syntax",
    at,
    message: `${known?.message ?? "this is no valid YAML"}${quoted} (${problem.message})`,
    hint: offending.includes("{{") ? QUOTE_VARIABLES : (known?.hint ?? "Check the syntax here."),
  });
}
