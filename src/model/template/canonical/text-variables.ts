const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;

/** The variables of a text, each once, in order of first appearance: `["1", "2"]` or `["first_name"]`. */
export function textVariables(text: unknown): string[] {
  if (typeof text !== "string") return [];
  const names = [...text.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? "").trim());
  return [...new Set(names)].filter((name) => name !== "");
}
