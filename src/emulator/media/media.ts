import { createHash } from "node:crypto";
import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter, unknownObject } from "../graph/errors.ts";
import type { NodeFinder } from "../graph/fields.ts";
import { GraphError } from "../graph/graph-error.ts";
import { isMultipart, multipartParts } from "../graph/multipart.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import { graphId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { checkProduct } from "../messages/envelope.ts";
import { blamed, messageError } from "../messages/message-error.ts";
import { requireToken } from "../middleware/require-key.ts";
import type { EmulatorState, MediaRecord, Phone } from "../store/state.ts";
import {
  ATTACHMENTS,
  agrees,
  HEAD_BYTES,
  isAnimatedWebp,
  kindOfType,
  STATIC_STICKER_MAX_BYTES,
  sniff,
  UPLOAD_TYPES,
} from "./file-types.ts";

/** A file of a multipart upload. */
interface UploadedFile {
  bytes: Buffer;
  /** The part's own content type; the field `type` does not replace it. */
  type: string;
  name: string;
}

interface Upload {
  parameters: JsonObject;
  file: UploadedFile;
}

function sizeText(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes}KB` : `${Math.round(kilobytes / 1024)}MB`;
}

function fileTooLarge(maxBytes: number, status: 400 | 413): GraphError {
  return new GraphError({
    status,
    message: "(#100) Invalid parameter",
    code: 100,
    data: blamed(`Media file size too big. Max file size we currently support: ${sizeText(maxBytes)}.`),
  });
}

/** The answer to an upload that the emulator does not read, because it exceeds the largest file. */
export function uploadTooLarge(): GraphError {
  return fileTooLarge(ATTACHMENTS.document.maxBytes, 413);
}

/** Reads the parameters and the `file` of a multipart request. */
async function readUpload(c: RequestContext): Promise<Upload> {
  const type = c.req.header("content-type") ?? "";
  if (!isMultipart(type)) throw missingParameter(c.req.query("messaging_product") ? "file" : "messaging_product");
  const parameters = await readParameters(c);
  const parts = await multipartParts(Buffer.from(await c.req.arrayBuffer()), type);
  const file = parts.find(({ name, fileName }) => name === "file" && fileName !== undefined);
  if (file === undefined) throw missingParameter("file");
  return { parameters, file: { bytes: file.bytes, type: file.type, name: file.fileName ?? "" } };
}

/** The declared type without its parameters: "audio/ogg; codecs=opus" is audio/ogg. */
function checkedType({ type }: UploadedFile): string {
  const bare = (type.split(";")[0] ?? "").trim().toLowerCase() || "application/octet-stream";
  if (!UPLOAD_TYPES.includes(bare)) {
    throw invalidParameter(
      `Param file must be a file with one of the following types: ${UPLOAD_TYPES.join(", ")}. Received file of type '${bare}'.`,
    );
  }
  return bare;
}

function checkContent(type: string, head: Buffer): void {
  const looks = sniff(head);
  if (agrees(type, looks)) return;
  const { label, types } = ATTACHMENTS[kindOfType(type)];
  throw messageError(
    "mediaUpload",
    `Unsupported ${label} mime type ${looks ?? "application/octet-stream"}. Please use one of ${types.join(", ")}.`,
  );
}

function checkSize(type: string, head: Buffer, size: number): void {
  const kind = kindOfType(type);
  const max = kind === "sticker" && !isAnimatedWebp(head) ? STATIC_STICKER_MAX_BYTES : ATTACHMENTS[kind].maxBytes;
  if (size > max) throw fileTooLarge(max, 400);
  if (size === 0) throw invalidParameter("Param file must not be empty.");
}

/** `POST /{phone}/media`, multipart: checks the file by its declared type, its size and its first bytes, and stores it. */
async function uploadMedia(emulator: EmulatorContext, phone: Phone, c: RequestContext): Promise<JsonObject> {
  const { parameters, file } = await readUpload(c);
  checkProduct(parameters);
  const type = checkedType(file);
  const head = file.bytes.subarray(0, HEAD_BYTES);
  checkSize(type, head, file.bytes.length);
  checkContent(type, head);
  const id = graphId();
  emulator.state.media.push({
    id,
    phone: phone.id,
    mimeType: type,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    size: file.bytes.length,
    name: file.name,
    uploaded: emulator.now(),
  });
  // Only direct calls can download the bytes.
  if (emulator.options.direct) emulator.mediaBytes.set(id, file.bytes);
  emulator.changed();
  return { id };
}

const MEDIA_LIFE = 30 * PERIODS.DAY;

/** An uploaded file that has not expired. */
export function findMedia(state: EmulatorState, id: string, now: number): MediaRecord | undefined {
  return state.media.find((media) => media.id === id && media.uploaded + MEDIA_LIFE > now);
}

const HOST = "https://lookaside.fbsbx.com";
/** Routes have no slash at the end; the recorded URL has one. */
export const MEDIA_PATH = "/whatsapp_business/attachments";
const URL_LIFE = 5 * PERIODS.MINUTE;

function signature({ id, sha256 }: MediaRecord, expiry: string): string {
  return `AR${createHash("sha256").update(`${id}:${expiry}:${sha256}`).digest("base64url").slice(0, 43)}`;
}

/** The address of a file, valid for a short time: at WhatsApp's media host, or here when direct calls are served. */
function mediaUrl(emulator: EmulatorContext, media: MediaRecord): string {
  const expiry = String(Math.floor((emulator.now() + URL_LIFE) / PERIODS.SECOND));
  const host = emulator.options.direct ? emulator.origin : HOST;
  const query = new URLSearchParams({ mid: media.id, source: "getMedia", ext: expiry, hash: signature(media, expiry) });
  return `${host}${MEDIA_PATH}/?${query}`;
}

interface MediaQuery {
  ext?: string;
  hash?: string;
}

function isValidUrl(media: MediaRecord, { ext, hash }: MediaQuery, now: number): boolean {
  return ext !== undefined && hash === signature(media, ext) && Number(ext) * PERIODS.SECOND > now;
}

/** The answer to a read; its URL changes with every read. */
function mediaView(emulator: EmulatorContext, media: MediaRecord): JsonObject {
  return {
    url: mediaUrl(emulator, media),
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: emulator.switches.fileSize === "text" ? String(media.size) : media.size,
    id: media.id,
    messaging_product: "whatsapp",
  };
}

/** The file; throws when the caller names a phone that did not upload it. */
function mediaOfCaller(
  emulator: EmulatorContext,
  id: string,
  phoneId: string | undefined,
  method: string,
): MediaRecord | undefined {
  const media = findMedia(emulator.state, id, emulator.now());
  if (media !== undefined && phoneId !== undefined && phoneId !== media.phone) throw unknownObject(method, id);
  return media;
}

function removeMedia(emulator: EmulatorContext, media: MediaRecord): JsonObject {
  emulator.state.media = emulator.state.media.filter((other) => other !== media);
  emulator.mediaBytes.delete(media.id);
  emulator.changed();
  return { success: true };
}

/** `GET` and `DELETE /{media}`. */
export const mediaNode: NodeFinder = (emulator, id, c) => {
  const media = mediaOfCaller(emulator, id, c.req.query("phone_number_id"), c.req.method);
  return media && { type: "Media", get: () => mediaView(emulator, media), delete: () => removeMedia(emulator, media) };
};

export function mediaRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/media", async (c) => c.json(await uploadMedia(emulator, phoneInPath(emulator, c), c)));
}

/** The media host: serves the bytes at a media URL to callers with a token. */
export function mediaHostRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get(MEDIA_PATH, requireToken(), (c) => {
    const { mid = "", ...query } = c.req.query();
    const media = findMedia(emulator.state, mid, emulator.now());
    const bytes = emulator.mediaBytes.get(mid);
    if (media === undefined || bytes === undefined || !isValidUrl(media, query, emulator.now())) return c.notFound();
    return c.body(Uint8Array.from(bytes), 200, { "content-type": media.mimeType });
  });
}
