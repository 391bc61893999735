import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { MycobotError } from "../../errors/index.ts";
import type { Context } from "../context.ts";

/**
 * Asks for confirmation of an irreversible step on a terminal. Without a terminal a command needs `--yes`: a script must say
 * what it does. `done` is the step as a participle.
 * @throws MYCO_NOT_CONFIRMED
 */
export async function confirm(question: string, context: Context, done = "deleted"): Promise<void> {
  const { stdin, stderr, interrupts } = context.io;
  if (!("isTTY" in stdin) || stdin.isTTY !== true)
    throw new MycobotError("MYCO_NOT_CONFIRMED", `Not confirmed: ${question} Nothing was ${done}.`, {
      hint: "Pass --yes: there is no terminal to ask on.",
    });
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    // At the end of the input readline never answers the question.
    const end = once(prompt, "close").then(() => "");
    const answer = await Promise.race([prompt.question(`${question} [y/N] `, { signal: interrupts }), end]);
    if (/^y(es)?$/i.test(answer.trim())) return;
  } finally {
    prompt.close();
  }
  throw new MycobotError("MYCO_NOT_CONFIRMED", `Canceled: nothing was ${done}.`, { hint: "Answer y, or pass --yes." });
}
