import { constants, type Stats } from "node:fs";
import { type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** The folder that must contain a file, and how much of the file is read. */
export interface FileBounds {
  /** Absolute. Neither `..` nor a symbolic link may lead out of it. */
  folder: string;
  /** A larger file is refused. */
  maxBytes: number;
  /** Bytes to read from the start. Default: all. */
  length?: number;
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
  /** Of the whole file, if it is too large. */
  bytes?: number;
}

/** Does not follow a link and does not block on a pipe: the path has been resolved and checked before. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Whether `path` is `folder` or below it, by comparing the paths only. */
export function isInside(folder: string, path: string): boolean {
  const route = relative(folder, path);
  return route !== ".." && !route.startsWith(`..${sep}`) && !isAbsolute(route);
}

/**
 * Reads a regular file inside a folder. Anything else is refused before it is opened: files outside the folder, also through
 * links; folders, pipes, devices and sockets; files that are too large. Never throws.
 */
export async function readProjectFile(file: string, bounds: FileBounds): Promise<ProjectFile | FileRefusal> {
  try {
    const path = await resolvedInside(file, bounds.folder);
    if (path === undefined) return { refused: "outside", reason: `is outside ${bounds.folder}` };
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

/** The names in a file's folder, for a "did you mean"; none if that folder cannot be read or is outside `folder`. */
export async function siblingNames(file: string, folder: string): Promise<string[]> {
  try {
    const parent = await resolvedInside(dirname(file), folder);
    return parent === undefined ? [] : await readdir(parent);
  } catch {
    return [];
  }
}

/** The path with links resolved; undefined if it leads out of the folder. A path outside by its spelling is not accessed. */
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

/** No more bytes than the file had when its size was checked, even if it grows. */
async function startOf(handle: FileHandle, { size }: Stats, { length = size }: FileBounds): Promise<Buffer> {
  const content = Buffer.alloc(Math.min(size, length));
  let filled = 0;
  while (filled < content.length) {
    const { bytesRead } = await handle.read(content, filled, content.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return content.subarray(0, filled);
}
