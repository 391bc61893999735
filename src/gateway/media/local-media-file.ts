import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { MycobotError } from "../../errors/index.ts";
import { typeOfName } from "../../model/media/index.ts";
import { rowOf } from "../../model/text/index.ts";

/** A file that stays open during an upload: the bytes that were checked are the bytes that are sent. */
export interface LocalMediaFile {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The first {@link HEAD_BYTES}. */
  readonly head: Uint8Array;
  /** All bytes, from the start for each try. @throws MYCO_MEDIA_UNREADABLE when the file has become shorter */
  chunks(): AsyncGenerator<Uint8Array, void, undefined>;
  close(): Promise<void>;
}

const CHUNK_BYTES = 256 * 1024;
const HEAD_BYTES = 4_100;

/** @throws MYCO_MEDIA_UNREADABLE */
export async function openLocalMedia(path: string): Promise<LocalMediaFile> {
  const handle = await open(path, "r").catch((cause: unknown) => {
    throw unreadable(path, "cannot be opened", cause);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw unreadable(path, "is not a file");
    const head = Buffer.alloc(Math.min(HEAD_BYTES, stats.size));
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

/** Reads by position, so that several tries can use the same handle in turn. Never yields more than the announced size. */
async function* chunksOf(handle: FileHandle, path: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let position = 0; position < size; ) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - position));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) throw unreadable(path, "became shorter during the upload");
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

/** WhatsApp's names for types that file-type names differently. */
const WHATSAPP_NAMES: Readonly<Record<string, string>> = {
  "audio/x-m4a": "audio/mp4",
  "audio/ogg; codecs=opus": "audio/ogg",
  // WhatsApp rejects OGG with any other codec.
  "audio/ogg": "audio/ogg; codecs=other",
  "video/x-m4v": "video/mp4",
  "image/apng": "image/png",
};

/** The container of old Word, Excel and PowerPoint files; only the file name distinguishes them. */
const OLD_OFFICE = "application/x-cfb";

/** The MIME type by content, in WhatsApp's spelling; undefined when it is unknown. */
export async function contentType({ path, head }: LocalMediaFile, fileName: string): Promise<string | undefined> {
  // Loaded on demand: most commands upload nothing.
  const { fileTypeFromFile } = await import("file-type");
  const mime: string | undefined = (await fileTypeFromFile(path))?.mime;
  if (mime === OLD_OFFICE) return typeOfName(fileName) ?? OLD_OFFICE;
  if (mime !== undefined) return rowOf(WHATSAPP_NAMES, mime) ?? mime;
  return isText(head) ? "text/plain" : undefined;
}

/** Plain text has no signature: it is valid UTF-8 without control characters. */
function isText(head: Uint8Array): boolean {
  try {
    // `stream`: the head may end in the middle of a character.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}

/** Whether a WebP is animated: the second bit of the extended header's flags. Source: WebP container specification. */
export function isAnimatedWebp({ head }: LocalMediaFile): boolean {
  const ascii = Buffer.from(head.subarray(0, 21)).toString("latin1");
  return ascii.startsWith("RIFF") && ascii.slice(8, 16) === "WEBPVP8X" && ((head[20] ?? 0) & 0b10) !== 0;
}
