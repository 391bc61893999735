const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/** Length in code points, which is how WhatsApp counts characters. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Number of emojis with a picture presentation. A plain digit, "#" or "©" is not one. */
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

/** Whether a text is one emoji. A digit with a keycap, a skin tone, a flag and a joined family count as one. */
export function isOneEmoji(text: string): boolean {
  const [first, ...rest] = graphemes.segment(text);
  return (
    first !== undefined && rest.length === 0 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(text)
  );
}
