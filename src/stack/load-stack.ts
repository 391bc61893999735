import { checkStack } from "./check-stack.ts";
import { StackError } from "./stack-error.ts";
import type { WhereToLook } from "./stack-path.ts";
import type { Stack } from "./types.ts";

/**
 * A stack file, merged, interpolated, checked and expanded. Sends nothing.
 *
 * @param pathOrName a name for stacks/<name>.yaml, or a path that ends in .yaml or .yml
 * @throws StackError `MYCO_STACK_INVALID` with every issue, or `MYCO_STACK_NOT_FOUND`
 * @example
 * const stack = await loadStack("production");
 * stack.templates.map((template) => template.body.name);
 */
export async function loadStack(pathOrName: string, options: WhereToLook = {}): Promise<Stack> {
  const { name, issues, stack } = await checkStack(pathOrName, options);
  if (stack === undefined) throw StackError.invalid(name, issues);
  return stack;
}
