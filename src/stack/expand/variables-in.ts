/** `{{name}}` or `{{1}}` in a text. */
export interface Token {
  /** As it stands there, braces too. */
  token: string;
  name: string;
}

const TOKEN = /\{\{([^{}]+)\}\}/g;

/** The variables of a text, each once, in order of first appearance. */
export function variablesIn(text: string): Token[] {
  const tokens = new Map<string, Token>();
  for (const [token, inside = ""] of text.matchAll(TOKEN)) {
    const name = inside.trim();
    if (name !== "" && !tokens.has(name)) tokens.set(name, { token, name });
  }
  return [...tokens.values()];
}

export function isPositional(name: string): boolean {
  return /^\d+$/.test(name);
}
