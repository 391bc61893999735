import { readdir } from "node:fs/promises";
import { basename, isAbsolute, join, relative } from "node:path";
import { MycobotError } from "../../../errors/index.ts";
import { checkStack, findProjectRoot } from "../../../stack/index.ts";
import type { StackIssue } from "../../../stack/types.ts";
import type { CheckedStack } from "./checked-stack.ts";

const FOLDER = "stacks";

/** Every stack file of the project, in the order of their names. */
async function stackFiles(projectRoot: string): Promise<string[]> {
  const folder = join(projectRoot, FOLDER);
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length > 0) return files.map((name) => join(folder, name));
  throw new MycobotError("MYCO_STACK_NOT_FOUND", `There is no stack file in ${folder}.`, {
    hint: "Name a file, or put one into stacks/.",
  });
}

/** Shorter, and the same on every machine: what a pull request can be annotated with. */
function shownPath(file: string, cwd: string): string {
  if (!isAbsolute(file)) return file;
  const path = relative(cwd, file);
  return path.startsWith("..") ? file : path.replaceAll("\\", "/");
}

function shownIssue(issue: StackIssue, cwd: string): StackIssue {
  return { ...issue, file: shownPath(issue.file, cwd) };
}

/** Checks the named stacks, or without a name every file of stacks/. */
export async function checkStacks(stacks: readonly string[], cwd: string): Promise<CheckedStack[]> {
  const projectRoot = findProjectRoot(cwd);
  const named = stacks.length > 0 ? stacks : await stackFiles(projectRoot);
  const checked: CheckedStack[] = [];
  for (const each of named) {
    const { name, issues, stack } = await checkStack(each, { projectRoot });
    checked.push({
      stack: name || basename(each),
      ok: !issues.some((issue) => issue.severity === "error"),
      issues: issues.map((issue) => shownIssue(issue, cwd)),
      ...(stack === undefined ? {} : { templates: stack.templates.length }),
    });
  }
  return checked;
}
