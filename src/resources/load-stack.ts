import { type LoadOptions, loadStack as readStack, type Stack, StackError } from "../stack/index.ts";
import * as pulumi from "./pulumi.ts";

/**
 * Loads a stack file: merges, interpolates, checks and expands it, and compares it with the other files of the project's
 * stacks/. Sends nothing.
 *
 * @param pathOrName a name for stacks/<name>.yaml, or a path that ends in .yaml or .yml
 * @throws StackError `MYCO_STACK_INVALID` with every problem, or `MYCO_STACK_NOT_FOUND`. If the program does not catch it, Pulumi
 * prints its message, without a stack trace: the problem is in the file, not in the program.
 * @example
 * const messaging = new MessagingStack("messaging", await loadStack("production"));
 */
export async function loadStack(pathOrName: string, options: LoadOptions = {}): Promise<Stack> {
  try {
    return await readStack(pathOrName, options);
  } catch (error) {
    // The only own field of a RunError is the one by which Pulumi recognizes it.
    throw error instanceof StackError ? Object.assign(error, new pulumi.RunError()) : error;
  }
}
