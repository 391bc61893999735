import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkStacks, findProjectRoot, StackError } from "../../../stack/index.ts";
import type { Io } from "../../io.ts";
import { cleaner } from "../../secrets.ts";
import { type CheckedStack, checkedStack } from "./checked-stack.ts";

const FOLDER = "stacks";

/** Every stack file of the project, in the order of their names. */
async function stackFiles(projectRoot: string): Promise<string[]> {
  const folder = join(projectRoot, FOLDER);
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length > 0) return files.map((name) => join(folder, name));
  throw new StackError("MYCO_STACK_NOT_FOUND", `there is no stack file in ${folder}`, "Name a file, or put one there.");
}

/** Checks the named stacks, or without a name every file of stacks/: there a file without an account is a fragment. */
export async function checkNamedStacks(names: readonly string[], { cwd, env }: Io): Promise<CheckedStack[]> {
  const checks =
    names.length > 0
      ? await checkStacks(names, { cwd, fragment: false })
      : await checkStacks(await stackFiles(findProjectRoot(cwd)), { cwd, fragment: "auto" });
  const clean = cleaner(env);
  return checks.map((check) => checkedStack(check, clean));
}
