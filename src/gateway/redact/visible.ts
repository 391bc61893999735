/**
 * What a terminal obeys or a reader cannot see: control characters (newline and tab aside), line and paragraph separators,
 * zero-width characters and the overrides of the writing direction.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Writes unseen characters as `\u001b`, so that remote text can neither steer a terminal nor pretend to be another text. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** {@link visible}, with line breaks and runs of blanks as one blank. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " ").trim());
}
