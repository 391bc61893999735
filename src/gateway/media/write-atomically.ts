import { createHash, randomUUID } from "node:crypto";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { MycobotError } from "../../errors/index.ts";

export interface WrittenBytes {
  /** Bytes. */
  size: number;
  sha256: Buffer;
}

/**
 * Writes chunks to a file, completely or not at all: to a temporary file in the same folder, which replaces `file` once `check` has
 * passed. Removes the temporary file on any failure.
 * @throws MYCO_MEDIA_UNWRITABLE, and whatever the chunks or `check` throw
 */
export async function writeAtomically(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  check: (written: WrittenBytes) => void,
): Promise<WrittenBytes> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  const source = digested(chunks);
  try {
    const handle = await open(temporary, "wx");
    try {
      await writeFile(handle, source.chunks());
    } finally {
      await handle.close();
    }
    const written = source.written();
    check(written);
    await rename(temporary, file);
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    if (source.failed() || error instanceof MycobotError) throw error;
    throw new MycobotError("MYCO_MEDIA_UNWRITABLE", `Cannot write the file ${file}`, {
      hint: "Check the folder, its permissions and the free disk space.",
      cause: error,
    });
  }
}

/** Counts and digests the chunks, and records whether their source has failed. */
function digested(chunks: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let size = 0;
  let failed = false;
  return {
    async *chunks() {
      try {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      } catch (error) {
        failed = true;
        throw error;
      }
    },
    failed: () => failed,
    written: (): WrittenBytes => ({ size, sha256: hash.digest() }),
  };
}
