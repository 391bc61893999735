import { open, readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { closest } from "../../model/text/index.ts";

/** Bytes that tell a file's type: what file-type reads of one, and a jpeg's header with a large thumbnail. */
const HEAD_BYTES = 256 * 1024;

export type MediaHead = { bytes: number; head: Uint8Array } | { problem: string; hint: string };

/** Size and first bytes of a file: enough to judge it without reading 100 MB. */
export async function mediaHead(file: string): Promise<MediaHead> {
  try {
    const handle = await open(file, "r");
    try {
      const status = await handle.stat();
      if (!status.isFile()) return { problem: "is no file", hint: "Name a file." };
      const head = new Uint8Array(Math.min(status.size, HEAD_BYTES));
      await handle.read(head, 0, head.length, 0);
      return { bytes: status.size, head };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR");
    if (!missing) return { problem: "cannot be read", hint: cause instanceof Error ? cause.message : String(cause) };
    const beside = await readdir(dirname(file)).catch(() => []);
    const near = closest(basename(file), beside);
    return {
      problem: "does not exist",
      hint:
        near === undefined
          ? "Paths start at the folder of the stack file that names them."
          : `Did you mean \`${near}\`?`,
    };
  }
}
