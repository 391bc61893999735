import { constants, type Stats } from "node:fs";
import { type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** Where a file has to lie, and how much of it counts. */
export interface FileBounds {
  /** Absolute. Neither `..` nor a symbolic link leads out of it. */
  folder: string;
  /** A larger file is refused. */
  maxBytes: number;
  /** Bytes from the start that are read. Default: all. */
  wanted?: number;
}

export interface ProjectFile {
  /** Of the whole file. */
  bytes: number;
  content: Buffer;
}

export interface FileRefusal {
  refused: "missing" | "outside" | "not-a-file" | "too-large" | "unreadable";
  /** Completes a sentence that starts with the file's name: `is a named pipe`. */
  reason: string;
  /** Of the whole file, when it is too large. */
  bytes?: number;
}

/** No link at the end of the path, and no waiting for the other end of a pipe: the path was resolved, and judged, before. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Whether `path` is `folder` or lies below it, by their spelling. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * A regular file inside of a folder. Everything else is refused before it is opened: what lies outside, also through
 * links, folders, pipes, devices, sockets, and files that are too large. Never throws.
 */
export async function readProjectFile(file: string, bounds: FileBounds): Promise<ProjectFile | FileRefusal> {
  try {
    const path = await resolvedInside(file, bounds.folder);
    if (path === undefined) return { refused: "outside", reason: `lies outside of ${bounds.folder}` };
    const refusal = refusalOf(await stat(path), bounds);
    if (refusal !== undefined) return refusal;
    const handle = await open(path, OPEN_FLAGS);
    try {
      const status = await handle.stat();
      return refusalOf(status, bounds) ?? { bytes: status.size, content: await startOf(handle, status, bounds) };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { refused: "missing", reason: "does not exist" };
    return {
      refused: "unreadable",
      reason: `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    };
  }
}

/** The names beside a file, for a "did you mean"; none where the folder cannot be read or lies outside. */
export async function namesBeside(file: string, folder: string): Promise<string[]> {
  try {
    const beside = await resolvedInside(dirname(file), folder);
    return beside === undefined ? [] : await readdir(beside);
  } catch {
    return [];
  }
}

/** The path without links; undefined when it leads out of the folder. By its spelling first: nothing outside is touched. */
async function resolvedInside(file: string, folder: string): Promise<string | undefined> {
  const root = await realpath(folder);
  if (!isInside(resolve(folder), file) && !isInside(root, file)) return undefined;
  const path = await realpath(file);
  return isInside(root, path) ? path : undefined;
}

function refusalOf(status: Stats, { maxBytes }: FileBounds): FileRefusal | undefined {
  if (!status.isFile()) return { refused: "not-a-file", reason: `is ${kindOf(status)}, not a file` };
  if (status.size <= maxBytes) return undefined;
  return { refused: "too-large", reason: `has ${status.size} bytes`, bytes: status.size };
}

function kindOf(status: Stats): string {
  if (status.isDirectory()) return "a folder";
  if (status.isFIFO()) return "a named pipe";
  if (status.isSocket()) return "a socket";
  return "a device";
}

/** As many bytes as the file had when it was judged: one that grows is not followed. */
async function startOf(handle: FileHandle, { size }: Stats, { wanted = size }: FileBounds): Promise<Buffer> {
  const content = Buffer.alloc(Math.min(size, wanted));
  let filled = 0;
  while (filled < content.length) {
    const { bytesRead } = await handle.read(content, filled, content.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return content.subarray(0, filled);
}
