import { diffWordsWithSpace } from "diff";
import type { TemplateChange } from "../../model/template/index.ts";
import type { Context } from "../context.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { wrap } from "./wrap.ts";

/** Longer texts are shown as one text with marked words. */
const MAX_SEPARATE = 50;
const INDENT = "    ";

const KIND_COLORS = { added: "green", removed: "red", changed: "yellow" } as const;

/** What the two sides of a comparison are called. */
export interface Sides {
  wanted: string;
  observed: string;
}

type Screen = Pick<Context, "paint" | "width">;

/** A difference: its place, then both values, or one text with marked words. */
export function changeText(change: TemplateChange, place: string, names: Sides, screen: Screen): string {
  const { paint } = screen;
  const { kind, wanted, observed } = change;
  const sides = joinedText(change, names, screen) ?? [
    ...sideText(names.wanted, wanted, screen),
    ...sideText(names.observed, observed, screen),
  ];
  return [`${paint("bold", visibleLine(place))}  ${paint(KIND_COLORS[kind], kind)}`, ...sides].join("\n");
}

function sideText(name: string, value: unknown, { width }: Screen): string[] {
  if (value === undefined) return [];
  return [`  ${name}`, wrap(visibleLine(JSON.stringify(value) ?? ""), width, INDENT)];
}

/** The two values as one text with marked words, if both are long texts with words in common. */
function joinedText(
  { wanted, observed }: TemplateChange,
  names: Sides,
  { paint, width }: Screen,
): string[] | undefined {
  if (typeof wanted !== "string" || typeof observed !== "string") return undefined;
  if (Math.max(wanted.length, observed.length) < MAX_SEPARATE) return undefined;
  const changes = wordChanges(visibleLine(wanted), visibleLine(observed));
  if (!changes?.some(({ kind, text }) => kind === "same" && text.trim() !== "")) return undefined;
  return [
    `  [-only in ${names.wanted}-] {+only in ${names.observed}+}`,
    wrap(wordDiffText(changes, paint), width, INDENT),
  ];
}

/** Texts with more differences are shown one after the other: that is more readable, and faster. */
const MAX_EDITS = 500;

export interface WordChange {
  kind: "same" | "removed" | "added";
  text: string;
}

/** The words of two texts, common or not; undefined if the texts have too little in common. */
export function wordChanges(before: string, after: string): WordChange[] | undefined {
  return diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS })?.map(({ added, removed, value }) => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value };
  });
}

/** `Hi [-Ana-]{+Eva+}`, the notation of git's word diff, in color on a terminal. */
export function wordDiffText(changes: readonly WordChange[], paint: Paint): string {
  const show = {
    same: (text: string) => text,
    removed: (text: string) => paint("red", `[-${text}-]`),
    added: (text: string) => paint("green", `{+${text}+}`),
  };
  return changes.map(({ kind, text }) => show[kind](text)).join("");
}
