export { count as counted } from "../../model/text/index.ts";

const SIZE_UNITS = ["B", "kB", "MB", "GB"] as const;

/** The texts as sentences in one line; empty texts are omitted. */
export function sentences(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== "")
    .map((text) => (/[.!?…:]$/.test(text) ? text : `${text}.`))
    .join(" ");
}

/** `940 B`, `1.2 MB`. 1 kB is 1024 bytes, as in WhatsApp's limits. */
export function fileSize(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(SIZE_UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  const amount = bytes / 1024 ** step;
  return `${step === 0 ? amount : amount.toFixed(1).replace(/\.0$/, "")} ${SIZE_UNITS[step]}`;
}

/** `45 s`, `2 min 30 s`, `1 h 5 min`. */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${seconds} s`;
  if (hours === 0) return withRest(`${minutes} min`, seconds % 60, "s");
  return withRest(`${hours} h`, minutes % 60, "min");
}

function withRest(text: string, rest: number, unit: string): string {
  return rest === 0 ? text : `${text} ${rest} ${unit}`;
}

/** `2025-12-08 07:20` of `2025-12-08T07:20:53.488460Z`. */
export function minuteText(time: string | undefined): string {
  return time?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2") ?? "";
}

/** A table's cell: `2025-12-08 07:20`, or only the day if the table is too wide. */
export function timeCell(time: string | undefined): { text: string; short: string } {
  const text = minuteText(time);
  return { text, short: text.slice(0, 10) };
}
