import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { MycobotError } from "../../errors/index.ts";
import type { Context } from "../context.ts";

/**
 * Asks for confirmation on a terminal. Passes without a question if stdin is not a terminal, as in a script.
 * @throws MYCO_NOT_CONFIRMED
 */
export async function confirm(question: string, context: Context): Promise<void> {
  const { stdin, stderr, interrupts } = context.io;
  if (!("isTTY" in stdin) || stdin.isTTY !== true) return;
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    // At the end of the input readline never answers the question.
    const end = once(prompt, "close").then(() => "");
    const answer = await Promise.race([prompt.question(`${question} [y/N] `, { signal: interrupts }), end]);
    if (/^y(es)?$/i.test(answer.trim())) return;
  } finally {
    prompt.close();
  }
  throw new MycobotError("MYCO_NOT_CONFIRMED", "Canceled: nothing was deleted.", { hint: "Answer y, or pass --yes." });
}
