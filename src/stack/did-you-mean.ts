import { closest } from "../model/text/index.ts";

const SHOWN = 12;
/** A file may have thousands of names, and thousands of misspelled ones. */
const COMPARED = 200;
/** Separators between words, which the comparison ignores. */
const SEPARATORS = 4;

/** Similar words have about the same length, apart from separators. */
function ofLikeLength(word: string, candidates: readonly string[]): string[] {
  const max = word.length / 3 + SEPARATORS;
  return candidates.filter(({ length }) => Math.abs(length - word.length) <= max).slice(0, COMPARED);
}

/** `Did you mean …?` if a candidate is similar, else the list of candidates; without any, `otherwise`. */
export function didYouMean(word: string, candidates: readonly string[], otherwise: string): string {
  const near = closest(word, ofLikeLength(word, candidates));
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return otherwise;
  const shown = candidates.slice(0, SHOWN).map((candidate) => `\`${candidate}\``);
  return `Available: ${shown.join(", ")}${candidates.length > shown.length ? " …" : ""}.`;
}
