import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** Lines of files by number (1-based), each file read once. A file that cannot be read has no lines: its issue says why. */
export async function sourceLines(
  files: Iterable<string>,
  cwd: string,
): Promise<(file: string, line: number) => string | undefined> {
  const lines = new Map<string, string[]>();
  for (const file of new Set(files)) {
    const text = await readFile(resolve(cwd, file), "utf8").catch(() => "");
    lines.set(file, text.split(/\r\n|\n|\r/));
  }
  return (file, line) => lines.get(file)?.[line - 1];
}
