import { styleText } from "node:util";
import type { Io, OutputStream } from "../io.ts";

/** A color or style of `util.styleText`. */
export type Color = Parameters<typeof styleText>[0];

/** Applies a color to a text, or returns it unchanged. */
export type Paint = (format: Color, text: string) => string;

/** Colors apply only on a terminal, and not with NO_COLOR (https://no-color.org) or a dumb terminal. */
export function painter(stream: OutputStream, env: Io["env"]): Paint {
  const color = stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  // Without validateStream: false, newer Node versions check process.stdout, which may be another stream.
  return color ? (format, text) => styleText(format, text, { validateStream: false }) : (_, text) => text;
}
