import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";
import { displayWidth, wrap } from "./wrap.ts";

/** One object: a line per field, with aligned names. Fields without a value are omitted. Values are untrusted text. */
export function fieldLines(
  fields: readonly (readonly [name: string, value: string | undefined])[],
  width: number,
  paint: Paint,
): string {
  const present = fields.filter((field): field is [string, string] => field[1] !== undefined && field[1] !== "");
  const column = Math.max(0, ...present.map(([name]) => displayWidth(name))) + 2;
  return present
    .map(([name, value]) => {
      const [first = "", ...rest] = wrap(visible(value), width, " ".repeat(column)).split("\n");
      return [`${paint("bold", name)}${first.slice(displayWidth(name))}`, ...rest].join("\n");
    })
    .join("\n");
}
