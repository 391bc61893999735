import { createHash } from "node:crypto";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Chooses what the short form runs. */
    seed: string;
    /** True for `npm run soak`: everything. */
    soak: boolean;
  }
}

/** A number that depends on the seed and the label only. */
function drawn(label: string): number {
  return createHash("sha256")
    .update(`${inject("seed")} ${label}`)
    .digest()
    .readUInt32BE();
}

/** All of them in the soak; otherwise as many as `count`, chosen by the seed, in their order. */
export function chosen<T>(items: readonly T[], count: number, nameOf: (item: T) => string): T[] {
  if (inject("soak")) return [...items];
  const ranked = items.map((item) => ({ item, rank: drawn(nameOf(item)) }));
  const taken = new Set(ranked.sort((a, b) => a.rank - b.rank).slice(0, count));
  return items.filter((item) => [...taken].some((one) => one.item === item));
}

/** A whole number from 1 to `most`, chosen by the seed. */
export function chosenNumber(label: string, most: number): number {
  return 1 + (drawn(label) % most);
}
