import { UsageError } from "../usage-error.ts";

/** The stack of a command that takes it as an argument or as `--stack`. @throws UsageError when they differ */
export function chosenStack(argument: string | undefined, option: string | undefined): string | undefined {
  if (argument !== undefined && option !== undefined && argument !== option) {
    throw new UsageError(`Two stacks are named: ${argument} and ${option}.`, "Give one of them.");
  }
  return argument ?? option;
}
