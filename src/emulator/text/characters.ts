const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/** Characters as people and WhatsApp count them: code points. */
export const lengthOf = (text: string): number => [...text].length;

/** Emojis that are shown as pictures: digits, "#" and the © kind do not count by themselves. */
export const emojiCount = (text: string): number =>
  [...graphemes.segment(text)].filter(({ segment }) =>
    /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}/u.test(segment),
  ).length;

export const hasNewline = (text: string): boolean => /[\r\n]/.test(text);

/** WhatsApp's markup characters: bold, italic, strikethrough, monospace. */
export const hasMarkup = (text: string): boolean => /[*_~]|```/.test(text);

export const hasLetterOrDigit = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

export const wordCount = (text: string): number =>
  [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;

/** A single emoji: digits with a keycap, skin tones, flags and joined families count as one. */
export const isOneEmoji = (text: string): boolean => {
  const [first, ...rest] = graphemes.segment(text);
  return (
    first !== undefined && rest.length === 0 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(text)
  );
};
