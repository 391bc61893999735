import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { MycobotError } from "../errors/index.ts";
import { MAX_MEDIA_BYTES } from "../model/media/index.ts";

/** The folder of Pulumi.yaml, from the program's folder upward: media paths are relative to it. */
function projectRoot(from = process.cwd()): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
    if (dirname(folder) === folder) return resolve(from);
  }
}

/** The bytes of a declared media file: a regular file of at most {@link MAX_MEDIA_BYTES}; a pipe is not waited for. Throws `MYCO_MEDIA_UNREADABLE`. */
export async function readMediaFile(file: string): Promise<Buffer> {
  const path = resolve(projectRoot(), file);
  const unreadable = (reason: string, hint: string, cause?: unknown) =>
    new MycobotError("MYCO_MEDIA_UNREADABLE", `the media file ${file} cannot be read (${reason})`, { hint, cause });
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause) => {
    throw unreadable(`looked for ${path}`, "Paths are relative to the folder of Pulumi.yaml.", cause);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw unreadable(`${path} is not a regular file`, "Give the path of a picture, video or PDF.");
    if (stat.size > MAX_MEDIA_BYTES)
      throw unreadable(`${path} has ${stat.size} bytes`, `WhatsApp takes files of at most ${MAX_MEDIA_BYTES} bytes.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a media file, in hex: how a changed sample is seen, since WhatsApp never shows one back. */
export async function hashMediaFile(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readMediaFile(file))
    .digest("hex");
}

/** The MIME type by content, not by name. */
export async function mediaTypeOf(file: string, bytes: Uint8Array): Promise<string> {
  // Loaded when a file is uploaded: every other run does without it.
  const { fileTypeFromBuffer } = await import("file-type");
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined)
    throw new MycobotError("MYCO_MEDIA_UNREADABLE", `unrecognized file type: ${file}`, {
      hint: "Use a JPEG, PNG, MP4 or PDF file.",
    });
  return type.mime;
}
