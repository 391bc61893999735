import type { Paint } from "./paint.ts";

/** Texts of more words are shown one after the other instead: the table below grows with the product. */
const MOST_CELLS = 250_000;

export interface WordChange {
  kind: "same" | "removed" | "added";
  text: string;
}

function words(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/** lengths[i][j]: words in common between what is left of `before` from i and of `after` from j. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    const below = lengths[i + 1] ?? [];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function merged(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  for (const change of changes) {
    const last = result[result.length - 1];
    if (last?.kind === change.kind) last.text += change.text;
    else result.push({ ...change });
  }
  return result;
}

/** The words that two texts share, and those that only one has; undefined where the texts are too long for that. */
export function wordChanges(before: string, after: string): WordChange[] | undefined {
  const left = words(before);
  const right = words(after);
  if (left.length * right.length > MOST_CELLS) return undefined;
  const lengths = commonLengths(left, right);
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const removed = left[i];
    const added = right[j];
    if (removed !== undefined && removed === added) {
      changes.push({ kind: "same", text: removed });
      i += 1;
      j += 1;
    } else if (
      removed !== undefined &&
      (added === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      changes.push({ kind: "removed", text: removed });
      i += 1;
    } else {
      changes.push({ kind: "added", text: added ?? "" });
      j += 1;
    }
  }
  return merged(changes);
}

/** `Hi [-Ana-]{+Eva+}`, as git's word diff writes it, with colours on a terminal. */
export function wordDiffText(changes: readonly WordChange[], paint: Paint): string {
  const show = {
    same: (text: string) => text,
    removed: (text: string) => paint("red", `[-${text}-]`),
    added: (text: string) => paint("green", `{+${text}+}`),
  };
  return changes.map(({ kind, text }) => show[kind](text)).join("");
}
