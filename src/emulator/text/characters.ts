const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/** Characters as people and WhatsApp count them: code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Emojis that are shown as pictures: digits, "#" and the © kind do not count by themselves. */
export function emojiCount(text: string): number {
  return [...graphemes.segment(text)].filter(({ segment }) =>
    /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}/u.test(segment),
  ).length;
}

export function hasNewline(text: string): boolean {
  return /[\r\n]/.test(text);
}

/** WhatsApp's markup characters: bold, italic, strikethrough, monospace. */
export function hasMarkup(text: string): boolean {
  return /[*_~]|```/.test(text);
}

export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

export function wordCount(text: string): number {
  return [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

/** A single emoji: digits with a keycap, skin tones, flags and joined families count as one. */
export function isOneEmoji(text: string): boolean {
  const [first, ...rest] = graphemes.segment(text);
  return (
    first !== undefined && rest.length === 0 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(text)
  );
}
