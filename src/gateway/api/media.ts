import { lintMedia } from "../../model/media/index.ts";
import { isGatewayError } from "../errors/gateway-error.ts";
import { InvalidInputError } from "../errors/invalid-input-error.ts";
import type { Call } from "../http/call.ts";
import { objectAt, textAt } from "../http/shape.ts";
import { contentType, isAnimatedWebp } from "../media/content-type.ts";
import type { Download } from "../media/download-media.ts";
import { type MediaFile, openMediaFile } from "../media/media-file.ts";
import { multipartBody } from "../media/multipart.ts";
import { counted } from "../media/progress.ts";
import { UPLOAD_DEADLINES } from "../options/deadlines.ts";
import type { WireMedia } from "../types/media.ts";
import { checkedId } from "./ids.ts";
import type { MediaApi, MediaCall, MediaUploadCall } from "./media-calls.ts";
import { proxyRequest, readSuccess } from "./proxy-request.ts";

export function mediaApi(call: Call, download: Download): MediaApi {
  const get: MediaApi["get"] = (options) =>
    call(proxyRequest(options, { method: "GET", ...mediaOf(options) }), readMedia);

  return {
    get,

    async upload(options) {
      const file = await openMediaFile(options.file);
      try {
        const mimeType = await checkedType(file, options);
        const { contentType: type, ...bytes } = bodyOf(file, mimeType, options);
        const request = proxyRequest(options, {
          method: "POST",
          segments: [checkedId("number", options.phoneNumberId, "phone number's id"), "media"],
          headers: { "content-type": type },
          bytes,
          idempotent: true,
          deadlines: UPLOAD_DEADLINES,
        });
        return await call(request, (body) => textAt(objectAt(body, "the answer"), "id", "the answer"));
      } finally {
        await file.close();
      }
    },

    async download(options) {
      const start = download(options);
      return start(await get(options));
    },

    async delete(options) {
      try {
        await call(proxyRequest(options, { method: "DELETE", ...mediaOf(options), idempotent: true }), readSuccess);
        return "deleted";
      } catch (error) {
        // WhatsApp's own 404: Maton's is about the connection, and others say nothing.
        if (isGatewayError(error) && error.status === 404 && error.whatsapp !== undefined) return "absent";
        throw error;
      }
    },
  };
}

function mediaOf({ mediaId, phoneNumberId }: MediaCall) {
  const phone = phoneNumberId === undefined ? undefined : checkedId("number", phoneNumberId, "phone number's id");
  return { segments: [checkedId("number", mediaId, "media's id")], query: { phone_number_id: phone } };
}

/** The type to tell WhatsApp. @throws {InvalidInputError} */
async function checkedType(file: MediaFile, options: MediaUploadCall): Promise<string> {
  const fileName = options.fileName ?? file.name;
  const byContent = await contentType(file.path, fileName, file.head);
  if (options.validate !== false) {
    const issues = lintMedia({
      fileName,
      bytes: file.size,
      mimeType: byContent,
      animated: isAnimatedWebp(file.head),
      claimedType: options.mimeType,
      kind: options.kind,
    });
    if (issues.length > 0) throw new InvalidInputError("MYCO_MEDIA_INVALID", "The file", issues);
  }
  return options.mimeType ?? byContent ?? "application/octet-stream";
}

function bodyOf(file: MediaFile, mimeType: string, { fileName, onProgress }: MediaUploadCall) {
  return multipartBody(
    { messaging_product: "whatsapp", type: mimeType },
    {
      field: "file",
      fileName: fileName ?? file.name,
      mimeType,
      size: file.size,
      chunks: () => counted(file.chunks(), file.size, onProgress),
    },
  );
}

function readMedia(body: unknown): WireMedia {
  const media = objectAt(body, "the answer");
  const { file_size, sha256, ...rest } = media;
  const size = Number(file_size);
  return {
    ...rest,
    id: textAt(media, "id", "the answer"),
    url: textAt(media, "url", "the answer"),
    mime_type: textAt(media, "mime_type", "the answer"),
    ...(typeof sha256 === "string" && sha256 !== "" ? { sha256 } : {}),
    // A text in the documents, a number in newer answers.
    ...(file_size !== undefined && Number.isFinite(size) ? { file_size: size } : {}),
  };
}
