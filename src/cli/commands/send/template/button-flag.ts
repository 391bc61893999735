import { InvalidArgumentError } from "commander";

/** `--button INDEX=VALUE` or `INDEX:KIND=VALUE`. */
export interface ButtonFlag {
  index: number;
  kind: string | undefined;
  value: string;
}

/** Collects `--button`. */
export function buttonFlags(text: string, before: ButtonFlag[] | undefined): ButtonFlag[] {
  const [, index, kind, value = ""] = /^(\d)(?::([a-z_]+))?=(.*)$/s.exec(text) ?? [];
  if (index === undefined) throw new InvalidArgumentError("It must look like INDEX=VALUE or INDEX:KIND=VALUE.");
  return [...(before ?? []), { index: Number(index), kind, value }];
}
