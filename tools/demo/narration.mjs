// Prints the output of the demo.
import { styleText } from "node:util";
import Table from "cli-table3";

let step = 0;

export function title(text) {
  step += 1;
  console.log(`\n${styleText("bold", `${step}. ${text}`)}`);
}

export const say = (text) => console.log(`   ${text}`);

export const command = (text) => console.log(`   ${styleText("cyan", `$ ${text}`)}`);

/** Prints the output of another program, set off from the demo's own output. */
export function quote(text) {
  for (const line of text.trimEnd().split("\n")) console.log(`   ${styleText("dim", "│")} ${line}`);
}

export function table(head, rows) {
  const colours = process.stdout.isTTY ? { head: ["bold"], border: ["dim"] } : { head: [], border: [] };
  const drawn = new Table({ head, style: { ...colours, compact: true } });
  drawn.push(...rows);
  quote(drawn.toString());
}

export class DemoFailed extends Error {}

/** Prints a condition that holds, or fails the demo if it does not. */
export function expect(holds, what, evidence = "") {
  if (!holds) throw new DemoFailed(`expected: ${what}${evidence === "" ? "" : `\n${evidence}`}`);
  console.log(`   ${styleText("green", "✓")} ${what}`);
}
