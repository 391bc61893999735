import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { MycobotError } from "../../errors/index.ts";

/** A file that is open for the length of an upload: what was checked is what is sent. */
export interface MediaFile {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The beginning: up to 4100 bytes. */
  readonly head: Uint8Array;
  /** All bytes, anew for each try. @throws MYCO_MEDIA_UNREADABLE when the file has become shorter */
  chunks(): AsyncGenerator<Uint8Array, void, undefined>;
  close(): Promise<void>;
}

const CHUNK = 256 * 1024;
const HEAD = 4_100;

/** @throws MYCO_MEDIA_UNREADABLE */
export async function openMediaFile(path: string): Promise<MediaFile> {
  const handle = await open(path, "r").catch((cause: unknown) => {
    throw unreadable(path, "cannot be opened", cause);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw unreadable(path, "is no file");
    const head = Buffer.alloc(Math.min(HEAD, stats.size));
    await handle.read(head, 0, head.length, 0);
    return {
      path,
      name: basename(path),
      size: stats.size,
      head,
      chunks: () => chunksOf(handle, path, stats.size),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** By position: several tries read the same handle, one after the other. Never more than was announced. */
async function* chunksOf(handle: FileHandle, path: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let position = 0; position < size; ) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, size - position));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) throw unreadable(path, "became shorter while it was sent");
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function unreadable(path: string, what: string, cause?: unknown): MycobotError {
  return new MycobotError("MYCO_MEDIA_UNREADABLE", `The media file ${path} ${what}`, {
    hint: "Check the path and the file's permissions.",
    cause,
  });
}
