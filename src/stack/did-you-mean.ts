import { closest } from "../model/text/index.ts";

const SHOWN = 12;

/** `Did you mean …?` for a slip, else what there is, else `otherwise`. */
export function didYouMean(word: string, candidates: readonly string[], otherwise: string): string {
  const near = closest(word, candidates);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return otherwise;
  const shown = candidates.slice(0, SHOWN).map((candidate) => `\`${candidate}\``);
  return `There is ${shown.join(", ")}${candidates.length > shown.length ? " …" : ""}.`;
}
