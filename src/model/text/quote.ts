const LONGEST = 60;

/** A value as it stands in a message: text in quotes, control characters escaped, cut after 60 characters. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 2).join("")}…${text.slice(-1)}`;
}

/** `A, B or C`. */
export function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
