import { LineCounter, parseDocument, type YAMLError } from "yaml";
import { error, type LocatedFinding } from "../findings.ts";
import type { LocatedMap, SourcePosition } from "./located.ts";
import { NodeReader } from "./node-reader.ts";

/** Further findings are usually consequences of the first ones. */
const MAX_SYNTAX_FINDINGS = 20;

const QUOTE_VARIABLES = "Put text that starts with `{{` in quotes: in YAML, an opening brace starts a map.";

export interface ParsedSource {
  /** Absent if the text is not a readable map. */
  tree?: LocatedMap;
  findings: LocatedFinding[];
}

/** Reads YAML text as a map with a position on every value. Never throws: problems become findings. */
export function parseSource(text: string, file: string): ParsedSource {
  const start: SourcePosition = { file, line: 1, column: 1 };
  try {
    return parse(text, file, start);
  } catch (cause) {
    // The parser is recursive: a few thousand brackets cause a RangeError.
    const deep = cause instanceof RangeError;
    const message = deep ? "values are nested too deeply" : `this is not readable YAML: ${String(cause)}`;
    return {
      findings: [
        error({ code: deep ? "nested-too-deep" : "yaml-syntax", at: start, message, hint: "Flatten the file." }),
      ],
    };
  }
}

function parse(text: string, file: string, start: SourcePosition): ParsedSource {
  const lineCounter = linesOf(text);
  // Duplicate keys are found by NodeReader: the parser's own search is quadratic.
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
      error({ code: "not-a-map", at: tree.position, message: "a stack file must be a map of keys", hint }),
    ],
  };
}

/** The parser does not count lines inside an unterminated quote. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** After the first error, the parser reports every following token as unexpected: those are consequences. */
function firstHand(problems: readonly YAMLError[]): YAMLError[] {
  return problems.filter((problem, index) => index === 0 || problem.code !== "UNEXPECTED_TOKEN");
}

function syntaxFinding(problem: YAMLError, text: string, file: string, lines: LineCounter): LocatedFinding {
  const known = YAML_PROBLEMS[problem.code];
  const { line, col } = lines.linePos(Math.min(problem.pos[0], text.length));
  const at: SourcePosition = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  const offending = text
    .slice(lines.lineStarts[at.line - 1], lines.lineStarts[at.line])
    .trim()
    .slice(0, 60);
  const quoted = offending === "" ? "" : ` at \`${offending}\``;
  return error({
    code: known?.code ?? "yaml-syntax",
    at,
    message: `${known?.message ?? "this is not valid YAML"}${quoted} (${problem.message})`,
    hint: offending.includes("{{") ? QUOTE_VARIABLES : (known?.hint ?? "Check the syntax here."),
  });
}

interface Problem {
  code: string;
  message: string;
  hint: string;
}

/** The YAML parser's errors in terms of a stack file. Codes: `ErrorCode` of the `yaml` package. */
const YAML_PROBLEMS: Partial<Record<YAMLError["code"], Problem>> = {
  BAD_ALIAS: {
    code: "unknown-alias",
    message: "this alias has no anchor",
    hint: "Put the anchor, `&name`, before its first `*name`.",
  },
  BAD_COLLECTION_TYPE: { code: "yaml-tag", message: "this tag does not match the value", hint: "Remove the tag." },
  BAD_DQ_ESCAPE: {
    code: "yaml-syntax",
    message: "this escape sequence is unknown",
    hint: "Use single quotes, or double the backslash.",
  },
  BAD_INDENT: {
    code: "bad-indentation",
    message: "the indentation is inconsistent",
    hint: "Start the keys of a map in the same column, and close all brackets.",
  },
  BAD_SCALAR_START: {
    code: "yaml-syntax",
    message: "plain text cannot start like this",
    hint: "Put the text in quotes.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: "bad-indentation",
    message: "a nested map cannot be on the line of its key",
    hint: "Put text that contains a colon in quotes; put a nested map on separate, indented lines.",
  },
  KEY_OVER_1024_CHARS: {
    code: "yaml-syntax",
    message: "a key is longer than 1024 characters",
    hint: "Check for a missing line break.",
  },
  MISSING_CHAR: {
    code: "yaml-syntax",
    message: "a character is missing here",
    hint: "Check quotes, brackets and the colon after the key.",
  },
  MULTILINE_IMPLICIT_KEY: {
    code: "yaml-syntax",
    message: "a key spans several lines",
    hint: "Check the indentation, and that a colon follows the key.",
  },
  MULTIPLE_DOCS: {
    code: "several-documents",
    message: "a stack file is one YAML document, and a second one starts here",
    hint: "Remove the `---`, or write a second file.",
  },
  RESOURCE_EXHAUSTION: { code: "nested-too-deep", message: "values are nested too deeply", hint: "Flatten the file." },
  TAB_AS_INDENT: { code: "tab-indentation", message: "this line is indented with a tab", hint: "Indent with spaces." },
  TAG_RESOLVE_FAILED: { code: "yaml-tag", message: "this tag is unknown", hint: "Remove the tag." },
  UNEXPECTED_TOKEN: {
    code: "yaml-syntax",
    message: "this is unexpected here",
    hint: "Check quotes, brackets and indentation.",
  },
};
