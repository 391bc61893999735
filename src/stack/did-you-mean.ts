import { closest } from "../model/text/index.ts";

const SHOWN = 12;
/** A file may have thousands of names, and thousands of slips. */
const COMPARED = 200;
/** Marks between words, which do not count. */
const MARKS = 4;

/** Near ones are about as long, whatever marks between words they have. */
function ofLikeLength(word: string, candidates: readonly string[]): string[] {
  const most = word.length / 3 + MARKS;
  return candidates.filter(({ length }) => Math.abs(length - word.length) <= most).slice(0, COMPARED);
}

/** `Did you mean …?` for a slip, else what there is, else `otherwise`. */
export function didYouMean(word: string, candidates: readonly string[], otherwise: string): string {
  const near = closest(word, ofLikeLength(word, candidates));
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return otherwise;
  const shown = candidates.slice(0, SHOWN).map((candidate) => `\`${candidate}\``);
  return `There is ${shown.join(", ")}${candidates.length > shown.length ? " …" : ""}.`;
}
