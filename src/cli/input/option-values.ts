import { InvalidArgumentError } from "commander";

const wordsByParser = new WeakMap<object, readonly string[]>();

/** The closed list of values that a parser of {@link oneOf} accepts; undefined for any other parser. */
export function wordsOf(parser: unknown): readonly string[] | undefined {
  return typeof parser === "function" ? wordsByParser.get(parser) : undefined;
}

/** An option with a closed list of values, in any letter case. */
export function oneOf<const Word extends string>(words: readonly Word[]): (value: string) => Word {
  const parser = (value: string) => {
    const word = words.find((each) => each.toLowerCase() === value.toLowerCase());
    if (word === undefined) throw new InvalidArgumentError(`Expected one of: ${words.join(", ")}.`);
    return word;
  };
  wordsByParser.set(parser, words);
  return parser;
}

/** An option that must not be repeated: commander would silently drop the first value. */
export function once(why: string): (value: string, previous: string | undefined) => string {
  return (value, previous) => {
    if (previous !== undefined) throw new InvalidArgumentError(`It is given twice: ${why}.`);
    return value;
  };
}

/** A repeatable option: all values, in order. */
export function repeated(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** `NAME=VALUE`; the value may contain more equals signs. */
export interface Pair {
  name: string;
  value: string;
}

/** A repeatable option of the form `NAME=VALUE`. */
export function pairs(text: string, before: Pair[] | undefined): Pair[] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Expected NAME=VALUE.");
  return [...(before ?? []), { name: text.slice(0, at), value: text.slice(at + 1) }];
}

/** An option that takes a whole number within bounds. */
export function wholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max)) {
      throw new InvalidArgumentError(`Expected a whole number from ${min} to ${max}.`);
    }
    return number;
  };
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const MAX_DURATION = 7 * 24 * 3_600_000;

/** An option that takes a duration such as `90s`, `30m`, `1h`, up to a week; in milliseconds. */
export function duration(value: string): number {
  const [, amount = "", unit = ""] = /^(\d{1,6})(s|m|h)$/.exec(value) ?? [];
  const ms = Number(amount) * (UNITS[unit] ?? Number.NaN);
  if (!(ms <= MAX_DURATION)) throw new InvalidArgumentError("Expected a duration of at most 7 days: 90s, 30m or 1h.");
  return ms;
}
