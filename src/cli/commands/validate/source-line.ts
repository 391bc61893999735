/** A line of a file as it is shown. */
export interface SourceLine {
  text: string;
  /** From a column of the line (1-based, UTF-16 code units) to the one of the text that is shown. */
  column(original: number): number;
}

/** A line after cleaning. What is in the part that cleaning changed points at its start. */
export function sourceLine(original: string, clean: (text: string) => string): SourceLine {
  const text = clean(original);
  if (text === original) return { text, column: (column) => column };
  const shorter = Math.min(text.length, original.length);
  let before = 0;
  while (before < shorter && text[before] === original[before]) before += 1;
  let after = 0;
  while (after < shorter - before && text.at(-1 - after) === original.at(-1 - after)) after += 1;
  return {
    text,
    column: (column) => {
      if (column - 1 <= before) return column;
      return column - 1 >= original.length - after ? column + text.length - original.length : before + 1;
    },
  };
}
