import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { MycobotError } from "../errors/index.ts";
import { MAX_MEDIA_BYTES } from "../model/media/index.ts";
import { type MediaFile, mediaFilesOf, replaceMediaFiles, type TemplateBody } from "../model/template/index.ts";
import type { Run } from "./run.ts";

/** The closest folder upward that contains Pulumi.yaml: media paths are relative to it. */
function projectRoot(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
    if (dirname(folder) === folder) return resolve(from);
  }
}

/** The bytes of a declared media file: a regular file of at most {@link MAX_MEDIA_BYTES}. Does not block on a pipe. @throws MYCO_MEDIA_UNREADABLE */
async function readMediaFile(file: string, folder: string): Promise<Buffer> {
  const path = resolve(projectRoot(folder), file);
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

/** SHA-256 of a media file, in hex. It reveals a changed sample: WhatsApp never returns the file. */
export async function hashMediaFile(file: string, folder: string = process.cwd()): Promise<string> {
  return createHash("sha256")
    .update(await readMediaFile(file, folder))
    .digest("hex");
}

/** The MIME type, detected from the content. */
async function mediaTypeOf(file: string, bytes: Uint8Array): Promise<string> {
  // Loaded only when a file is uploaded.
  const { fileTypeFromBuffer } = await import("file-type");
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined)
    throw new MycobotError("MYCO_MEDIA_UNREADABLE", `unrecognized file type: ${file}`, {
      hint: "Use a JPEG, PNG, MP4 or PDF file.",
    });
  return type.mime;
}

export interface UploadRoute {
  /** Meta app id. Default: the app of the connection. */
  app: string | undefined;
  connection: string;
  run: Run;
}

/**
 * The upload handle (`4::…`) of a media file. A file is uploaded once per run, app and connection: a handle belongs to the app and
 * to the person who authorized the connection.
 *
 * WhatsApp accepts samples and pictures only as handles of the resumable upload API, and never returns them.
 */
export function uploadMediaFile(file: string, { app, connection, run }: UploadRoute): Promise<string> {
  return run.uploads.once(`${connection}:${app ?? ""}:${file}`, async () => {
    const source = await readMediaFile(file, run.folder);
    const mimeType = await mediaTypeOf(file, source);
    const call = { connection, fileName: basename(file), mimeType, source };
    return run.gateway().uploads.upload(app === undefined ? call : { ...call, appId: app });
  });
}

/** The body with an upload handle in place of each media file, as create and edit require. */
export async function withUploadedSamples(body: TemplateBody, place: UploadRoute): Promise<TemplateBody> {
  const handles = new Map<string, string>();
  for (const { media } of mediaFilesOf(body)) handles.set(media.file, await uploadMediaFile(media.file, place));
  return replaceMediaFiles(body, (media: MediaFile) => handles.get(media.file) ?? media);
}
