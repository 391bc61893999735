import { buildStack } from "./build-stack.ts";
import { type Inspection, inspect } from "./inspect.ts";
import { Sources } from "./source/sources.ts";
import { shownFrom, stackIssues } from "./stack-issues.ts";
import { stackPath, type WhereToLook } from "./stack-path.ts";
import type { Stack, StackIssue } from "./types.ts";

export interface CheckOptions extends WhereToLook {
  /**
   * Whether the file is a fragment, made to be extended: then `account`, values and parts of templates may be missing.
   * `auto`: when it has no `account`, extended files included. Default: false.
   */
  fragment?: boolean | "auto";
}

export interface StackCheck {
  /** `dev` for stacks/dev.yaml. */
  name: string;
  /** Absolute path. */
  file: string;
  fragment: boolean;
  /** Everything that was found, in the order of files and lines. Files are told relative to `cwd` where they lie below it. */
  issues: StackIssue[];
  /** The text of every file that was read, under the name that issues have for it: read again, a file may be another one. */
  sources: ReadonlyMap<string, string>;
  /** Present when there is no error and the file is no fragment. */
  stack?: Stack;
}

/**
 * Checks one stack file with all that it extends. Sends nothing.
 *
 * @param pathOrName a name for stacks/<name>.yaml, or a path that ends in .yaml or .yml
 * @throws StackError `MYCO_STACK_NOT_FOUND`; what is wrong inside of a file is an issue
 */
export async function checkStack(pathOrName: string, options: CheckOptions = {}): Promise<StackCheck> {
  const { show, inspection } = await inspected(pathOrName, options, new Sources());
  return reported(inspection, show);
}

export async function inspected(pathOrName: string, options: CheckOptions, sources: Sources) {
  const path = await stackPath(pathOrName, options);
  const show = shownFrom(options.cwd ?? process.cwd());
  return { show, inspection: await inspect(path, options.fragment ?? false, sources, show) };
}

export function reported(inspection: Inspection, show: (file: string) => string): StackCheck {
  const issues = stackIssues(inspection.findings, inspection.tree, show);
  const stack = buildStack(inspection, issues);
  const { path, fragment } = inspection;
  const sources = new Map([...inspection.texts].map(([file, text]) => [show(file), text]));
  return { name: path.name, file: path.file, fragment, issues, sources, ...(stack === undefined ? {} : { stack }) };
}
