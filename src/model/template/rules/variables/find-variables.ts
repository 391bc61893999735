/** A `{{…}}` in a text. */
export interface Variable {
  /** As it stands: `{{1}}`. */
  raw: string;
  /** What stands between the braces: `1`, `first_name`. */
  name: string;
  kind: "positional" | "named" | "malformed";
  index: number;
}

const TOKEN = /\{\{([^{}]*)\}\}/g;

function kindOf(name: string): Variable["kind"] {
  if (/^[1-9]\d{0,3}$/.test(name)) return "positional";
  return /^[a-z_][a-z0-9_]*$/.test(name) ? "named" : "malformed";
}

/** The variables of a text, in order of appearance, repeated ones too. */
export function findVariables(text: string): Variable[] {
  if (!text.includes("{{")) return [];
  return Array.from(text.matchAll(TOKEN), (match) => {
    const name = match[1] ?? "";
    return { raw: match[0], name, kind: kindOf(name), index: match.index };
  });
}

/** The text with something else in the place of every variable. */
export function withoutVariables(text: string, filler = ""): string {
  return text.replace(TOKEN, () => filler);
}

/** The different names, in order of first appearance. */
export function variableNames(variables: readonly Variable[]): string[] {
  return [...new Set(variables.map(({ name }) => name))];
}
