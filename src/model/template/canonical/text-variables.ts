import { findVariables, variableNames } from "../rules/variables/find-variables.ts";

/** The variables of a text, each once, in order of first appearance: `["1", "2"]` or `["first_name"]`. */
export function textVariables(text: unknown): string[] {
  if (typeof text !== "string") return [];
  const names = variableNames(findVariables(text)).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== "");
}
