import { createHash } from "node:crypto";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { graphId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { checkProduct } from "../messages/envelope.ts";
import { messageError } from "../messages/message-error.ts";
import type { Phone } from "../store/state.ts";
import { kindOfType, MEDIA_KINDS, STATIC_STICKER_BYTES, UPLOAD_TYPES } from "../tables/media-types.ts";
import { agrees, HEAD_BYTES, isAnimatedWebp, sniff } from "./file-signatures.ts";
import { fileTooLarge, type Upload, type UploadedFile } from "./read-upload.ts";

function sizeText(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes}KB` : `${Math.round(kilobytes / 1024)}MB`;
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
  const { label, types } = MEDIA_KINDS[kindOfType(type)];
  throw messageError(
    "mediaUpload",
    `Unsupported ${label} mime type ${looks ?? "application/octet-stream"}. Please use one of ${types.join(", ")}.`,
  );
}

function checkSize(type: string, head: Buffer, size: number): void {
  const kind = kindOfType(type);
  const most = kind === "sticker" && !isAnimatedWebp(head) ? STATIC_STICKER_BYTES : MEDIA_KINDS[kind].most;
  if (size > most) throw fileTooLarge(sizeText(most));
  if (size === 0) throw invalidParameter("Param file must not be empty.");
}

/** Checks an upload by its declared type, its size and its first bytes, and keeps it for 30 days. */
export function storeMedia(emulator: EmulatorContext, phone: Phone, { product, file }: Upload): JsonObject {
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
  // Only direct calls can fetch the bytes again.
  if (emulator.options.direct) emulator.mediaBytes.set(id, file.bytes);
  emulator.changed();
  return { id };
}
