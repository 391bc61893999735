import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { MycobotError } from "../errors/index.ts";

/** The folder of Pulumi.yaml, from the program's folder upward: media paths are relative to it. */
function projectRoot(from = process.cwd()): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
    if (dirname(folder) === folder) return resolve(from);
  }
}

/** The bytes of a declared media file. Throws `MYCO_MEDIA_UNREADABLE`. */
export async function readMediaFile(file: string): Promise<Buffer> {
  const path = resolve(projectRoot(), file);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new MycobotError("MYCO_MEDIA_UNREADABLE", `the media file ${file} cannot be read (looked for ${path})`, {
      hint: "Paths are relative to the folder of Pulumi.yaml.",
      cause,
    });
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
    throw new MycobotError("MYCO_MEDIA_UNREADABLE", `what the file ${file} holds cannot be recognised`, {
      hint: "Use a JPEG, PNG, MP4 or PDF file.",
    });
  return type.mime;
}
