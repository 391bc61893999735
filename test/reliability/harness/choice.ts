import { createHash } from "node:crypto";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Determines the selection of the short form. */
    seed: string;
    /** True for `npm run soak`, which runs everything. */
    soak: boolean;
  }
}

/** A number that depends only on the seed and the label. */
function drawn(label: string): number {
  return createHash("sha256")
    .update(`${inject("seed")} ${label}`)
    .digest()
    .readUInt32BE();
}

/** All items in the soak; otherwise `count` items, selected by the seed, in their original order. */
export function chosen<T>(items: readonly T[], count: number, nameOf: (item: T) => string): T[] {
  if (inject("soak")) return [...items];
  const ranked = items.map((item) => ({ item, rank: drawn(nameOf(item)) }));
  const taken = new Set(ranked.sort((a, b) => a.rank - b.rank).slice(0, count));
  return items.filter((item) => [...taken].some((one) => one.item === item));
}

/** An integer from 1 to `max`, selected by the seed. */
export function chosenNumber(label: string, max: number): number {
  return 1 + (drawn(label) % max);
}
