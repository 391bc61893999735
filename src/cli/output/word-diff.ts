import { diffWordsWithSpace } from "diff";
import type { Paint } from "./paint.ts";

/** Texts with more differences are shown one after the other: that is easier to read, and quicker. */
const MOST_EDITS = 500;

export interface WordChange {
  kind: "same" | "removed" | "added";
  text: string;
}

/** The words that two texts share, and those that only one has; undefined where they have too little in common. */
export function wordChanges(before: string, after: string): WordChange[] | undefined {
  return diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })?.map(({ added, removed, value }) => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value };
  });
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
