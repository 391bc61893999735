/**
 * Characters that move the cursor, change colors or reorder text: C0 and C1 controls, DEL, bidi marks, embeddings,
 * overrides and isolates (Unicode 16, Bidi_Control), line and paragraph separators. Not joiners: emoji and Persian need them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters
const UNSAFE_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const SHORT_FORMS: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function spelled(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return SHORT_FORMS[character] ?? `<U+${code}>`;
}

/** Untrusted text for one line of a terminal, with unsafe characters spelled out (`<U+202E>`, `\n`). */
export function visibleLine(text: string): string {
  return text.replace(UNSAFE_CHARACTERS, spelled);
}

/** Untrusted text of several lines: like {@link visibleLine}, but keeps line feeds. */
export function visible(text: string): string {
  return text.split("\n").map(visibleLine).join("\n");
}

/**
 * JSON, indented by two. Unsafe characters that JSON permits (C1 controls, bidi overrides) are written as `\uXXXX`: the
 * same value to a parser, harmless on a terminal.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE_CHARACTERS, (character) =>
    // Line feeds are JSON.stringify's own indentation: inside strings they are escaped already.
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
