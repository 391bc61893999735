const LONGEST = 80;

/** The number of letters to change, add, remove or swap with a neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

function plain(word: string) {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}

/**
 * The most similar candidate: letter case, `-` and `_` do not count, and up to a third of the letters may differ. Undefined
 * when no candidate is similar.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let nearest = Math.floor(plain(word).length / 3) + 1;
  for (const candidate of candidates) {
    const far = distance(plain(word), plain(candidate));
    if (far < nearest) [best, nearest] = [candidate, far];
  }
  return best;
}
