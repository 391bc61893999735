import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { didYouMean } from "./did-you-mean.ts";
import { enclosingProject, findProjectRoot } from "./project-root.ts";
import { isInside } from "./source/project-file.ts";
import { StackError } from "./stack-error.ts";

export interface StackPath {
  /** `dev` for stacks/dev.yaml. */
  name: string;
  /** Absolute. */
  file: string;
  /** Absolute: paths of media are told relative to it. */
  projectRoot: string;
  /** Absolute: the file, what it extends and the files that it names lie in it. The project's root, unless the file lies elsewhere. */
  folder: string;
}

export interface WhereToLook {
  /** Default: the nearest folder with a Pulumi.yaml, from a path's own folder, else from `cwd`. */
  projectRoot?: string;
  /** Where a path starts, and what the files of issues are told relative to. Default: the process's. */
  cwd?: string;
}

/** What the name of a stack file ends in. */
export const STACK_FILE: RegExp = /\.ya?ml$/;

/**
 * The file of a stack: a path when it ends in .yaml or .yml, else a name for `stacks/<name>.yaml`.
 *
 * @throws StackError `MYCO_STACK_NOT_FOUND`, with the stacks there are.
 */
export async function stackPath(pathOrName: string, where: WhereToLook = {}): Promise<StackPath> {
  const cwd = where.cwd ?? process.cwd();
  const isPath = STACK_FILE.test(pathOrName);
  const projectRoot = where.projectRoot ?? (isPath ? rootOfFile(resolve(cwd, pathOrName), cwd) : findProjectRoot(cwd));
  const file = isPath ? resolve(cwd, pathOrName) : join(projectRoot, "stacks", `${pathOrName}.yaml`);
  const folder = dirname(file);
  if (existsSync(file)) {
    const name = basename(file).replace(STACK_FILE, "");
    return { name, file, projectRoot, folder: isInside(projectRoot, file) ? projectRoot : folder };
  }

  const others = (await readdir(folder).catch(() => [])).filter((name) => STACK_FILE.test(name)).sort();
  const candidates = isPath ? others : others.map((name) => name.replace(STACK_FILE, ""));
  const hint = didYouMean(isPath ? basename(file) : pathOrName, candidates, `Put a stack file into ${folder}.`);
  const message = isPath
    ? `there is no stack file ${file}`
    : `there is no stack \`${pathOrName}\`: ${file} does not exist`;
  throw new StackError("MYCO_STACK_NOT_FOUND", message, hint);
}

function rootOfFile(file: string, cwd: string): string {
  return enclosingProject(dirname(file)) ?? enclosingProject(cwd) ?? dirname(file);
}
