import { styleText } from "node:util";
import type { Io, OutputStream } from "../io.ts";

/** A colour or style of `util.styleText`. */
export type Colour = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it alone. */
export type Paint = (format: Colour, text: string) => string;

/** Colour only on a terminal, and not where NO_COLOR (https://no-color.org) or a dumb terminal forbids it. */
export function painter(stream: OutputStream, env: Io["env"]): Paint {
  const colour = stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  // Without validateStream: false newer Node versions ask process.stdout, which is not the stream that is written to.
  return colour ? (format, text) => styleText(format, text, { validateStream: false }) : (_, text) => text;
}
