/**
 * Characters that move the cursor, change colours or reorder text: C0 and C1 controls, DEL, bidi marks, embeddings,
 * overrides and isolates (Unicode 16, Bidi_Control), line and paragraph separators. Joiners stay: emoji and Persian need them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for
export const UNSAFE_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const SHORT_FORMS: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function spelled(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return SHORT_FORMS[character] ?? `<U+${code}>`;
}

/** Foreign text for one line of a terminal: everything that is not plainly visible is spelled out (`<U+202E>`, `\n`). */
export function visibleLine(text: string): string {
  return text.replace(UNSAFE_CHARACTERS, spelled);
}

/** Foreign text of several lines: like {@link visibleLine}, with line feeds kept. */
export function visible(text: string): string {
  return text.split("\n").map(visibleLine).join("\n");
}
