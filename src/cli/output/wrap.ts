import { displayWidth, glyphs } from "./display-width.ts";

/** A word that is wider than the line is cut where the line ends. */
function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const cut: string[] = [];
  let piece = "";
  let taken = 0;
  for (const glyph of glyphs(word)) {
    if (taken + glyph.width > width) {
      cut.push(piece);
      piece = "";
      taken = 0;
    }
    piece += glyph.text;
    taken += glyph.width;
  }
  return [...cut, piece];
}

/** The text with every word that is wider than `width` columns cut into pieces that are not. */
export function brokenWords(text: string, width: number): string {
  return text
    .split(" ")
    .flatMap((word) => pieces(word, width))
    .join(" ");
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of line.split(" ").flatMap((part) => pieces(part, width))) {
    const joined = current === undefined ? word : `${current} ${word}`;
    if (current === undefined || displayWidth(joined) <= width) current = joined;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current ?? ""];
}

/** Breaks text between words so that no line, with `indent` before it, is wider than `width` columns. */
export function wrap(text: string, width: number, indent = ""): string {
  const room = Math.max(20, width - displayWidth(indent));
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, room))
    .map((line) => `${indent}${line}`)
    .join("\n");
}
