import { createHash } from "node:crypto";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import type { RequestContext } from "../http-env.ts";
import { graphId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { checkProduct } from "../messages/envelope.ts";
import { blamed, messageError } from "../messages/message-error.ts";
import type { Phone } from "../store/state.ts";
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
  product: string | undefined;
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

async function parseForm(bytes: ArrayBuffer, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw invalidParameter("The request body is not a valid multipart form.");
  }
}

/** Reads `messaging_product` and `file` of a multipart request. */
async function readUpload(c: RequestContext): Promise<Upload> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw missingParameter("messaging_product");
  const form = await parseForm(await c.req.arrayBuffer(), type);
  const product = form.get("messaging_product");
  const file = form.get("file");
  if (file === null || typeof file === "string") throw missingParameter("file");
  return {
    product: typeof product === "string" ? product : undefined,
    file: { bytes: Buffer.from(await file.arrayBuffer()), type: file.type, name: file.name },
  };
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
export async function uploadMedia(emulator: EmulatorContext, phone: Phone, c: RequestContext): Promise<JsonObject> {
  const { product, file } = await readUpload(c);
  checkProduct(product === undefined ? {} : { messaging_product: product });
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
