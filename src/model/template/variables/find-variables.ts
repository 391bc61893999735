/** A `{{…}}` in a text. */
export interface Variable {
  /** `{{1}}` */
  raw: string;
  /** The text between the braces, without spaces around it: `1`, `first_name`. */
  name: string;
  /** Spaces around the name, which WhatsApp refuses: `{{ first_name }}`. */
  padded: boolean;
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
    const inside = match[1] ?? "";
    const name = inside.trim();
    return { raw: match[0], name, padded: name !== inside, kind: kindOf(name), index: match.index };
  });
}

/** The text with `filler` in the place of every variable. */
export function withoutVariables(text: string, filler = ""): string {
  return text.replace(TOKEN, () => filler);
}

/** The different names, in order of first appearance. */
export function variableNames(variables: readonly Variable[]): string[] {
  return [...new Set(variables.map(({ name }) => name))];
}

/** The variables of a text, each once, in order of first appearance: `["1", "2"]` or `["first_name"]`. */
export function textVariables(text: unknown): string[] {
  if (typeof text !== "string") return [];
  return variableNames(findVariables(text)).filter((name) => name !== "");
}
