// Prints the output of the demo.
import { styleText } from "node:util";

/** Whether the output of the engine is printed as well. */
export const verbose = process.argv.includes("--verbose");

let step = 0;

export function title(text) {
  step += 1;
  console.log(`${step === 1 ? "" : "\n"}${styleText("bold", `${step}. ${text}`)}`);
}

export const say = (text) => console.log(`   ${text}`);

export const command = (text) => console.log(`   ${styleText("cyan", `$ ${text}`)}`);

/** Prints the output of another program, set off from the demo's own output. */
export function quote(text) {
  for (const line of text.trimEnd().split("\n")) console.log(`   ${styleText("dim", "│")} ${line}`);
}

/** Prints rows in aligned columns. */
export function table(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column].length), title.length),
  );
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd();
  say(styleText("dim", line(head)));
  for (const row of rows) say(line(row));
}

/** Prints a message before and after a change, with the change highlighted. */
export function message(before, after, [was, is]) {
  const indented = (text) => text.replaceAll("\n", `\n${" ".repeat(11)}`);
  say(`${styleText("dim", "before")}  ${indented(before).replace(was, styleText("red", was))}`);
  say(`${styleText("dim", "after")}   ${indented(after).replace(is, styleText("green", is))}`);
}

export class DemoFailed extends Error {}

/** Prints a condition that holds, or fails the demo if it does not. */
export function expect(holds, what, evidence = "") {
  if (!holds) throw new DemoFailed(`expected: ${what}${evidence === "" ? "" : `\n${evidence}`}`);
  console.log(`   ${styleText("green", "✓")} ${what}`);
}
