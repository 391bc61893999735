import { createHash, randomUUID } from "node:crypto";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { MycobotError } from "../../errors/index.ts";

/** What a download has to be, as far as anybody said. */
export interface DownloadedBytes {
  /** Bytes. */
  size: number;
  sha256: Buffer;
}

/**
 * Writes chunks to a file, whole or not at all: into a file beside it, which takes its place once `check` has passed. Whatever
 * goes wrong, the file beside it is gone afterwards.
 * @throws MYCO_MEDIA_UNWRITABLE, and what the chunks or `check` throw
 */
export async function writeWhole(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  check: (written: DownloadedBytes) => void,
): Promise<DownloadedBytes> {
  const beside = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  const source = watched(chunks);
  try {
    const handle = await open(beside, "wx");
    try {
      await writeFile(handle, source.chunks());
    } finally {
      await handle.close();
    }
    const written = source.written();
    check(written);
    await rename(beside, file);
    return written;
  } catch (error) {
    await rm(beside, { force: true });
    if (source.failed() || error instanceof MycobotError) throw error;
    throw new MycobotError("MYCO_MEDIA_UNWRITABLE", `The file ${file} cannot be written`, {
      hint: "Check the folder, its permissions and the space that is left.",
      cause: error,
    });
  }
}

/** Counts and digests what passes; knows whether a failure came from where the chunks come from. */
function watched(chunks: AsyncIterable<Uint8Array>) {
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
    written: (): DownloadedBytes => ({ size, sha256: hash.digest() }),
  };
}
