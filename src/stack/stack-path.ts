import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { didYouMean } from "./did-you-mean.ts";
import { enclosingProject, findProjectRoot } from "./project-root.ts";
import { StackError } from "./stack-error.ts";

export interface StackPath {
  /** `dev` for stacks/dev.yaml. */
  name: string;
  /** Absolute. */
  file: string;
  /** Absolute: paths of media are told relative to it. */
  projectRoot: string;
}

export interface WhereToLook {
  /** Default: the nearest folder with a Pulumi.yaml, from a path's own folder, else from `cwd`. */
  projectRoot?: string;
  /** Where a path starts, and what the files of issues are told relative to. Default: the process's. */
  cwd?: string;
}

const EXTENSION = /\.ya?ml$/;

/**
 * The file of a stack: a path when it ends in .yaml or .yml, else a name for `stacks/<name>.yaml`.
 *
 * @throws StackError `MYCO_STACK_NOT_FOUND`, with the stacks there are.
 */
export async function stackPath(pathOrName: string, where: WhereToLook = {}): Promise<StackPath> {
  const cwd = where.cwd ?? process.cwd();
  const isPath = EXTENSION.test(pathOrName);
  const projectRoot = where.projectRoot ?? (isPath ? rootOfFile(resolve(cwd, pathOrName), cwd) : findProjectRoot(cwd));
  const file = isPath ? resolve(cwd, pathOrName) : join(projectRoot, "stacks", `${pathOrName}.yaml`);
  if (existsSync(file)) return { name: basename(file).replace(EXTENSION, ""), file, projectRoot };

  const folder = dirname(file);
  const others = (await readdir(folder).catch(() => [])).filter((name) => EXTENSION.test(name)).sort();
  const candidates = isPath ? others : others.map((name) => name.replace(EXTENSION, ""));
  const hint = didYouMean(isPath ? basename(file) : pathOrName, candidates, `Put a stack file into ${folder}.`);
  const message = isPath
    ? `there is no stack file ${file}`
    : `there is no stack \`${pathOrName}\`: ${file} does not exist`;
  throw new StackError("MYCO_STACK_NOT_FOUND", message, hint);
}

const rootOfFile = (file: string, cwd: string): string =>
  enclosingProject(dirname(file)) ?? enclosingProject(cwd) ?? dirname(file);
