import { randomUUID } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Writes a text file completely or not at all. A file that exists keeps its mode. Rejects with the error of the file system. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  const mode = await stat(file).then(
    (status) => ({ mode: status.mode }),
    () => ({}),
  );
  try {
    await writeFile(temporary, text, { flag: "wx", ...mode });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
