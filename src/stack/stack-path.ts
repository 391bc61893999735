import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { didYouMean } from "./did-you-mean.ts";
import { isInside } from "./source/project-file.ts";
import { STACK_FILE } from "./source/stack-files.ts";
import { StackError } from "./stack-error.ts";

export interface StackPath {
  /** `dev` for stacks/dev.yaml. */
  name: string;
  /** Absolute. */
  file: string;
  /** Absolute. Paths of media files are relative to it in the stack. */
  projectRoot: string;
  /** Absolute. Must contain the file and every file that it extends or names: the project's root, unless the file is elsewhere. */
  folder: string;
}

export interface WhereToLook {
  /** Default: the nearest folder with a Pulumi.yaml, from a path's own folder, else from `cwd`. */
  projectRoot?: string;
  /** Base of relative paths, and of the file names in issues. Default: the process's. */
  cwd?: string;
}

/** Where a stack file is, whether it exists or not: a path when it ends in .yaml or .yml, else `stacks/<name>.yaml`. */
export function stackPlace(pathOrName: string, where: WhereToLook = {}): StackPath {
  const cwd = where.cwd ?? process.cwd();
  const isPath = STACK_FILE.test(pathOrName);
  const projectRoot = where.projectRoot ?? (isPath ? rootOfFile(resolve(cwd, pathOrName), cwd) : findProjectRoot(cwd));
  const file = isPath ? resolve(cwd, pathOrName) : join(projectRoot, "stacks", `${pathOrName}.yaml`);
  const folder = dirname(file);
  return { name: stackName(file), file, projectRoot, folder: isInside(projectRoot, file) ? projectRoot : folder };
}

/**
 * The file of a stack: a path when it ends in .yaml or .yml, else a name for `stacks/<name>.yaml`.
 *
 * @throws StackError `MYCO_STACK_NOT_FOUND`, with the available stacks
 */
export async function stackPath(pathOrName: string, where: WhereToLook = {}): Promise<StackPath> {
  const place = stackPlace(pathOrName, where);
  const { file } = place;
  if (existsSync(file)) return place;

  const isPath = STACK_FILE.test(pathOrName);
  const folder = dirname(file);
  const others = (await readdir(folder).catch(() => [])).filter((name) => STACK_FILE.test(name)).sort();
  const candidates = isPath ? others : others.map((name) => name.replace(STACK_FILE, ""));
  const hint = didYouMean(isPath ? basename(file) : pathOrName, candidates, `Create a stack file in ${folder}.`);
  const message = isPath
    ? `stack file ${file} does not exist`
    : `stack \`${pathOrName}\` not found: ${file} does not exist`;
  throw new StackError("MYCO_STACK_NOT_FOUND", message, hint);
}

function rootOfFile(file: string, cwd: string): string {
  return enclosingProject(dirname(file)) ?? enclosingProject(cwd) ?? dirname(file);
}

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml"];

/** The nearest folder with a Pulumi.yaml, at `from` or above it; undefined if there is none. */
export function enclosingProject(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (PROJECT_FILES.some((name) => existsSync(join(folder, name)))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The project's root: the nearest folder with a Pulumi.yaml, at `from` or above it; `from` itself if there is none. */
export function findProjectRoot(from: string): string {
  return enclosingProject(from) ?? resolve(from);
}

/** The absolute paths of the files in stacks/, sorted by name; none if the folder cannot be read. */
export async function stackFiles(projectRoot: string): Promise<string[]> {
  const folder = join(projectRoot, "stacks");
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => STACK_FILE.test(name));
  return files.sort().map((name) => join(folder, name));
}

/** `dev` for stacks/dev.yaml. */
export function stackName(file: string): string {
  return basename(file).replace(STACK_FILE, "");
}
