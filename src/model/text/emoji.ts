import { SEARCHED } from "./length.ts";

/** Created with the first emoji: its dictionaries take longer to load than all of these rules. */
let graphemes: Intl.Segmenter | undefined;

// A pictograph that is drawn as text by default (©, ™, ✔) counts only with the variation selector that makes it an emoji.
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\u20E3|\p{Regional_Indicator}{2}/u;

/** The emojis of a text as people see them: a family or a flag is one. Only the beginning of a very long text is read. */
export function emojisOf(text: string): string[] {
  if (!emoji.test(text)) return [];
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(graphemes.segment(text.slice(0, SEARCHED)), ({ segment }) => segment).filter((segment) =>
    emoji.test(segment),
  );
}
