import { InvalidArgumentError } from "commander";

/** `NAME=VALUE`; the value may hold more equals signs. */
export interface Pair {
  name: string;
  value: string;
}

/** An option of the form `NAME=VALUE` that may be given several times. */
export function pairs(text: string, before: Pair[] | undefined): Pair[] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It must look like NAME=VALUE.");
  return [...(before ?? []), { name: text.slice(0, at), value: text.slice(at + 1) }];
}
