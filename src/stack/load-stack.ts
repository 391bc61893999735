import { inspected, reported } from "./check-stack.ts";
import { addOtherClaims } from "./other-stacks.ts";
import { Sources } from "./source/sources.ts";
import { StackError } from "./stack-error.ts";
import type { WhereToLook } from "./stack-path.ts";
import type { Stack } from "./types.ts";

export interface LoadOptions extends WhereToLook {
  /** Leaves the other stack files of the project alone: for reading, where no state takes anything over. Default: false. */
  alone?: boolean;
}

/**
 * A stack file, merged, interpolated, checked, expanded, and compared with the other files of the project's stacks/: a
 * template or a profile that two of them claim is an error, another file that cannot be read a warning. Sends nothing.
 *
 * @param pathOrName a name for stacks/<name>.yaml, or a path that ends in .yaml or .yml
 * @throws StackError `MYCO_STACK_INVALID` with every issue, or `MYCO_STACK_NOT_FOUND`
 * @example
 * const stack = await loadStack("production");
 * stack.templates.map((template) => template.body.name);
 */
export async function loadStack(pathOrName: string, options: LoadOptions = {}): Promise<Stack> {
  const sources = new Sources();
  const { inspection, show } = await inspected(pathOrName, options, sources);
  if (options.alone !== true) await addOtherClaims(inspection.path.projectRoot, [inspection], sources, show);
  const { name, issues, stack } = reported(inspection, show);
  if (stack === undefined) throw StackError.invalid(name, issues);
  return stack;
}
