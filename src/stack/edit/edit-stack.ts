import { readFile, realpath } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { MycobotError } from "../../errors/index.ts";
import { shownFrom } from "../findings.ts";
import { checkStacks, type StackCheck } from "../load-stack.ts";
import { plain } from "../source/located.ts";
import { parseSource } from "../source/parse-source.ts";
import { readFiles, Sources } from "../source/stack-files.ts";
import { StackError } from "../stack-error.ts";
import { type StackPath, stackFiles, type WhereToLook } from "../stack-path.ts";
import type { StackIssue } from "../types.ts";
import { replaceFile } from "./replace-file.ts";

/** The plain content of a stack file. */
export type StackContent = Record<string, unknown>;

/** A checked edit of a stack file, not written yet. */
export interface StackEdit {
  /** Absolute path. */
  path: string;
  /** Relative to the working directory, if it is below. */
  file: string;
  before: string;
  after: string;
  /** The stack files that read the file and have an account, itself included. */
  stacks: { name: string; file: string }[];
}

interface Intent {
  /** The file that contains the template, absolute. */
  path: string;
  before: string;
  after: string;
  /** The content that the text must have after the edit. */
  expected: StackContent;
  /** An issue of the result that does not prevent the edit. */
  accepts?: (issue: StackIssue) => boolean;
}

/**
 * Checks the result of an edit, and of every stack of the project that reads the file.
 *
 * @throws MYCO_STACK_NOT_EDITABLE, MYCO_STACK_INVALID for a result that does not validate
 */
export async function checkEdit(
  { path, before, after, expected, accepts = () => false }: Intent,
  stack: StackPath,
  where: WhereToLook,
): Promise<StackEdit> {
  const show = shownFrom(where.cwd ?? process.cwd());
  const { tree, findings } = parseSource(after, path);
  if (findings.length > 0 || tree === undefined || !isDeepStrictEqual(plain(tree), expected))
    throw new MycobotError("MYCO_STACK_NOT_EDITABLE", "the layout of this template prevents an automatic edit", {
      where: show(path),
      hint: "Edit the file by hand.",
    });
  const files = await filesThatRead(path, stack);
  const options = { ...where, projectRoot: stack.projectRoot };
  const known = new Set(errorsOf(await checkStacks(files, options)).map(identityOf));
  const checks = await checkStacks(files, { ...options, edited: new Map([[path, after]]) });
  const problems = errorsOf(checks).filter((issue) => !known.has(identityOf(issue)) && !accepts(issue));
  if (problems.length > 0) throw StackError.invalid(`${stack.name}, edited,`, problems);
  const stacks = checks.filter(({ fragment }) => !fragment).map(({ name, file }) => ({ name, file }));
  return { path, file: show(path), before, after, stacks };
}

/** The stack file itself, and the files of stacks/ that read `path`. */
async function filesThatRead(path: string, stack: StackPath): Promise<string[]> {
  const sources = new Sources();
  const reading = [stack.file];
  for (const file of await stackFiles(stack.projectRoot)) {
    if (file === stack.file) continue;
    const { texts } = await readFiles(file, stack.projectRoot, sources);
    if (texts.has(path)) reading.push(file);
  }
  return reading;
}

function errorsOf(checks: readonly StackCheck[]): StackIssue[] {
  return checks.flatMap(({ issues }) => issues).filter(({ severity }) => severity === "error");
}

/** Lines change with an edit. */
function identityOf({ code, path, message }: StackIssue): string {
  return JSON.stringify([code, path, message]);
}

/**
 * Writes an edit, completely or not at all. A link stays a link: the file that it leads to is replaced.
 *
 * @throws MYCO_STACK_NOT_EDITABLE if the file has changed since it was read, or cannot be written
 */
export async function writeStackEdit({ path, file, before, after }: StackEdit): Promise<void> {
  try {
    const target = await realpath(path);
    const now = await readFile(target, "utf8");
    const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    if (now.slice(mark.length) !== before)
      throw new MycobotError("MYCO_STACK_NOT_EDITABLE", `${file} was changed while the command ran`, {
        hint: "Run the command again.",
      });
    await replaceFile(target, mark + after);
  } catch (cause) {
    if (cause instanceof MycobotError) throw cause;
    throw new MycobotError("MYCO_STACK_NOT_EDITABLE", `cannot write ${file}`, {
      hint: "Check the folder, its permissions and the free disk space.",
      cause,
    });
  }
}

const BYTE_ORDER_MARK = "\uFEFF";
