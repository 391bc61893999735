import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { MycobotError } from "../../errors/index.ts";
import type { Context } from "../context.ts";

/**
 * Asks a person for a yes. Where stdin is no terminal nobody can answer, and a script knows what it does: then it passes.
 * @throws MYCO_NOT_CONFIRMED
 */
export async function confirm(question: string, context: Context): Promise<void> {
  const { stdin, stderr, interrupts } = context.io;
  if (!("isTTY" in stdin) || stdin.isTTY !== true) return;
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    // Without an answer, at the end of the input, the question would stay open for ever.
    const end = once(prompt, "close").then(() => "");
    const answer = await Promise.race([prompt.question(`${question} [y/N] `, { signal: interrupts }), end]);
    if (/^y(es)?$/i.test(answer.trim())) return;
  } finally {
    prompt.close();
  }
  throw new MycobotError("MYCO_NOT_CONFIRMED", "Nothing was done.", { hint: "Answer y, or give --yes." });
}
