import { InvalidArgumentError } from "commander";

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const LONGEST = 7 * 24 * 3_600_000;

/** An option that takes a duration such as `90s`, `30m`, `1h`; in milliseconds. At most a week. */
export function duration(value: string): number {
  const [, amount = "", unit = ""] = /^(\d{1,6})(s|m|h)$/.exec(value) ?? [];
  const ms = Number(amount) * (UNITS[unit] ?? Number.NaN);
  if (!(ms <= LONGEST)) throw new InvalidArgumentError("It must be a duration such as 90s, 30m or 1h.");
  return ms;
}

/** `45 s`, `2 min 30 s`, `1 h 5 min`. */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const parts: [number, string][] =
    seconds < 60
      ? [[seconds, "s"]]
      : seconds < 3_600
        ? [
            [Math.floor(seconds / 60), "min"],
            [seconds % 60, "s"],
          ]
        : [
            [Math.floor(seconds / 3_600), "h"],
            [Math.floor((seconds % 3_600) / 60), "min"],
          ];
  return parts
    .filter(([amount], index) => index === 0 || amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
}
