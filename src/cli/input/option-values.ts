import { InvalidArgumentError } from "commander";

/** An option that takes one of a few words, in small letters or capitals. */
export function oneOf<const Word extends string>(words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const word = words.find((each) => each.toLowerCase() === value.toLowerCase());
    if (word === undefined) throw new InvalidArgumentError(`It must be one of: ${words.join(", ")}.`);
    return word;
  };
}

/** An option that is given once at most; of two values the first would be lost without a word. */
export function once(why: string): (value: string, previous: string | undefined) => string {
  return (value, previous) => {
    if (previous !== undefined) throw new InvalidArgumentError(`It is given twice: ${why}.`);
    return value;
  };
}

/** An option that takes a whole number within bounds. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}
