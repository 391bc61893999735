import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { MycobotError } from "../errors/index.ts";
import { isGatewayError } from "../gateway/index.ts";
import { isSampleFormat, MAX_MEDIA_BYTES, type SampleFormat, sampleProblem } from "../model/media/index.ts";
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

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * SHA-256 of a media file, in hex. It reveals a changed sample: WhatsApp never returns the file. `format`: what it is a sample of,
 * an IMAGE for example; type and size are checked for the formats that a sample can have.
 *
 * @throws MYCO_MEDIA_UNREADABLE, MYCO_MEDIA_INVALID
 */
export async function hashMediaFile(file: string, format: string, folder: string = process.cwd()): Promise<string> {
  const bytes = await readMediaFile(file, folder);
  const kind = format.toLowerCase();
  if (isSampleFormat(kind)) await checkedType(file, bytes, kind);
  return hashOf(bytes);
}

/** The MIME type, detected from the content. @throws MYCO_MEDIA_INVALID */
async function checkedType(file: string, bytes: Uint8Array, format: SampleFormat | undefined): Promise<string> {
  // Loaded only if there is a file.
  const { fileTypeFromBuffer } = await import("file-type");
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  const problem = format === undefined ? undefined : sampleProblem(format, { bytes: bytes.length, type });
  if (problem !== undefined)
    throw new MycobotError("MYCO_MEDIA_INVALID", `the media file ${file} ${problem.what}`, { hint: problem.hint });
  if (type === undefined)
    throw new MycobotError("MYCO_MEDIA_INVALID", `unrecognized file type: ${file}`, {
      hint: "Use a JPEG, PNG, MP4 or PDF file.",
    });
  return type;
}

export interface UploadRoute {
  /** Meta app id. Default: the app of the connection. */
  app: string | undefined;
  connection: string;
  run: Run;
}

/**
 * The upload handle (`4::…`) of a media file. A content is uploaded once per run, app and connection, whatever its files are called:
 * a handle belongs to the app and to the person who authorized the connection.
 *
 * WhatsApp accepts samples and pictures only as handles of the resumable upload API, and never returns them.
 */
export async function uploadMediaFile(file: string, { app, connection, run }: UploadRoute): Promise<string> {
  const source = await readMediaFile(file, run.folder);
  return run.uploads.once(`${connection}:${app ?? ""}:${hashOf(source)}`, async () => {
    const mimeType = await checkedType(file, source, undefined);
    const call = { connection, fileName: basename(file), mimeType, source };
    try {
      return await run.gateway().uploads.upload(app === undefined ? call : { ...call, appId: app });
    } catch (error) {
      throw explainUpload(error, file, app);
    }
  });
}

/** WhatsApp's answers to somebody without a role in the app: 10, 104, 200, 368, and 100 for an app that it does not show. */
const NO_ROLE = [10, 100, 104, 200, 368];

function explainUpload(error: unknown, file: string, app: string | undefined): unknown {
  if (!isGatewayError(error) || error.whatsapp === undefined || !NO_ROLE.includes(error.whatsapp.code)) return error;
  const whose = app === undefined ? "the connection's own app (no `account.app` is declared)" : `app ${app}`;
  return new MycobotError(error.code, `the media file ${file} was not accepted for upload: ${error.message}`, {
    hint: `It was offered to ${whose}. Uploads require that the person who authorized the connection is an administrator or developer of the Meta app: set \`account.app\` to the id of such an app, or declare a handle that was created elsewhere, { handle: "4::…" }. 'mycobot doctor' checks it.`,
    cause: error,
  });
}

/** The body with an upload handle in place of each media file, as create and edit require. */
export async function withUploadedSamples(body: TemplateBody, place: UploadRoute): Promise<TemplateBody> {
  const handles = new Map<string, string>();
  for (const { media } of mediaFilesOf(body)) handles.set(media.file, await uploadMediaFile(media.file, place));
  return replaceMediaFiles(body, (media: MediaFile) => handles.get(media.file) ?? media);
}
