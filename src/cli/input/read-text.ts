import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { MycobotError } from "../../errors/index.ts";
import type { Io } from "../io.ts";

/** The name of stdin among file arguments. */
export const STDIN = "-";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "it is a directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
};

function reason(error: unknown): string {
  // Node's file errors carry a code next to the message.
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? message;
}

function unreadable(file: string, why: string, cause: unknown): MycobotError {
  const name = file === STDIN ? "stdin" : file;
  return new MycobotError("MYCO_USAGE", `Cannot read ${name}: ${why}.`, { hint: "Check the path.", cause });
}

/**
 * The text of a file (relative to the working directory) or of stdin (`-`). It must be UTF-8; a byte order mark is dropped.
 * @throws MYCO_USAGE
 */
export async function readText(file: string, io: Io): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = file === STDIN ? await buffer(io.stdin) : await readFile(resolve(io.cwd, file));
  } catch (error) {
    throw unreadable(file, reason(error), error);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(file, "it is not UTF-8 text", error);
  }
}
