const LONGEST = 60;

/**
 * A value as a message shows it: a string in quotes, control characters escaped, cut at the longest length; a list or an object
 * by its type only.
 */
export function quote(value: unknown): string {
  if (typeof value === "string") {
    const characters = Array.from(value);
    return JSON.stringify(characters.length <= LONGEST ? value : `${characters.slice(0, LONGEST - 1).join("")}…`);
  }
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

/** `A, B or C`. */
export function listing(words: readonly string[], last = "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** `1 card`, `2 cards`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
