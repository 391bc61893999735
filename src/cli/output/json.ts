import { UNSAFE_CHARACTERS } from "./visible.ts";

/**
 * JSON, indented by two. What JSON itself lets through and a terminal obeys (C1 controls, bidi overrides) is written as
 * `\uXXXX`: the same value to a parser, harmless to a reader.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE_CHARACTERS, (character) =>
    // Line feeds are JSON.stringify's own indentation: inside of strings they are escaped already.
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
