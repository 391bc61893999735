import { wrap } from "../output/wrap.ts";
import type { CommandDetails } from "./details.ts";

const INDENT = "  ";

function exitCodeLines(codes: CommandDetails["exitCodes"]): string[] {
  return Object.entries(codes).map(([code, meaning]) => `${INDENT}${code.padEnd(4)} ${meaning}`);
}

function exampleLines(examples: CommandDetails["examples"]): string[] {
  return examples.flatMap(({ run, does }) => [`${INDENT}$ ${run}`, `${INDENT}  ${does}`]);
}

/** The part of a command's help that stands below its options. */
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
