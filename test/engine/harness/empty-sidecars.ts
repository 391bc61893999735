import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * Removes empty `.attrs` files. Pulumi's file backend writes state files atomically, but not their `.attrs` files: a
 * kill can leave one empty, which makes the state unreadable until the empty file is removed. Returns the number of
 * removed files.
 */
export async function removeEmptySidecars(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sidecars = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".attrs"))
    .map((entry) => join(entry.parentPath, entry.name));
  let removed = 0;
  for (const sidecar of sidecars) {
    if ((await stat(sidecar)).size > 0) continue;
    await rm(sidecar);
    removed += 1;
  }
  return removed;
}
