import type { ExitCode } from "../exit-codes.ts";
import { wrap } from "../output/wrap.ts";

/** A titled block of help, printed verbatim. */
interface HelpSection {
  title: string;
  lines: readonly string[];
}

/** What help and reference say about a command beyond its name, summary, arguments and options. */
export interface CommandDetails {
  /** What it does, in a few sentences. */
  description: string;
  /** Its output on stdout without `--json`. */
  output: string;
  /** The shape of the object that `--json` prints; absent for commands without one. */
  json?: readonly string[];
  /** The exit codes of the command, each with its meaning here. */
  exitCodes: Readonly<Partial<Record<ExitCode, string>>>;
  examples: readonly { run: string; does: string }[];
  sections?: readonly HelpSection[];
}

/** The exit codes of every command that sends requests. */
export const REQUEST_EXIT_CODES = {
  1: "refused by the gateway or WhatsApp, or network failure",
  3: "usage error, missing or malformed id, or wrong connection",
  4: "API key refused or missing",
  5: "rate or quota exhausted",
  130: "interrupted",
} as const satisfies CommandDetails["exitCodes"];

/** The shape that `--dry-run --json` prints. */
export const DRY_RUN_JSON = "with --dry-run: { version: 1, request: { method, url, headers, body? } }";

const INDENT = "  ";

function exitCodeLines(codes: CommandDetails["exitCodes"]): string[] {
  return Object.entries(codes).map(([code, meaning]) => `${INDENT}${code.padEnd(4)} ${meaning}`);
}

function exampleLines(examples: CommandDetails["examples"]): string[] {
  return examples.flatMap(({ run, does }) => [`${INDENT}$ ${run}`, `${INDENT}  ${does}`]);
}

/** The part of a command's help below its options. */
export function detailsHelp(details: CommandDetails, width: number): string {
  const sections = [
    ["Output:", wrap(details.output, width, INDENT)],
    ...(details.json === undefined ? [] : [["Output with --json:", ...details.json.map((line) => INDENT + line)]]),
    ...(details.sections ?? []).map(({ title, lines }) => [`${title}:`, ...lines.map((line) => INDENT + line)]),
    ["Exit codes:", ...exitCodeLines(details.exitCodes)],
    ["Examples:", ...exampleLines(details.examples)],
  ];
  return `\n${sections.map((lines) => lines.join("\n")).join("\n\n")}`;
}
