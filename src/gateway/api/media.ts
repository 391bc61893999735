import { lintMedia, type MediaKind } from "../../model/media/index.ts";
import { isGatewayError } from "../errors/gateway-error.ts";
import { InvalidInputError } from "../errors/invalid-input-error.ts";
import type { Call } from "../http/call.ts";
import { objectAt, textAt } from "../http/json.ts";
import { contentType, isAnimatedWebp, type LocalMediaFile, openLocalMedia } from "../media/local-media-file.ts";
import { multipartBody } from "../media/multipart.ts";
import { counted, type OnProgress } from "../media/progress.ts";
import { TRANSFER_DEADLINES } from "../options/defaults.ts";
import { checkedId } from "./ids.ts";
import { type CallOptions, type PhoneCall, type ProxyCall, proxyRequest, readSuccess } from "./proxy-request.ts";

/** `GET /{media}`: where to download media. */
export interface WireMedia {
  id: string;
  /** Valid for 5 minutes, and only with WhatsApp's own token. */
  url: string;
  mime_type: string;
  /** Hex or base64. */
  sha256?: string;
  /** Bytes. */
  file_size?: number;
  messaging_product?: string;
  [field: string]: unknown;
}

export interface DownloadedMedia {
  /** Path of the written file. */
  file: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
  /** Whether WhatsApp announced this digest; false when it announced none. */
  verified: boolean;
}

export interface MediaUploadCall extends PhoneCall {
  /** Path of the file. */
  file: string;
  /** The type to declare to WhatsApp; default: the type by content. */
  mimeType?: string;
  /** Default: the name of the file. */
  fileName?: string;
  /** The message type that the file is for: a file of another kind is rejected. */
  kind?: MediaKind;
  /** `false` skips the check. Default `true`. */
  validate?: boolean;
  /** Called as bytes are sent; starts at 0 again for each try. */
  onProgress?: OnProgress;
}

export interface MediaCall extends ProxyCall {
  /** Digits. */
  mediaId: string;
  /** Makes WhatsApp check that the media belong to this number. */
  phoneNumberId?: string;
}

export interface MediaDownloadCall extends MediaCall {
  /** Path to write to; an existing file is replaced. */
  file: string;
  onProgress?: OnProgress;
}

export interface SampleCall extends CallOptions {
  /** A signed URL of a list or a profile. */
  url: string;
  /** A larger file is an error. */
  maxBytes: number;
}

/** Media of messages. Types and size limits: {@link MEDIA_TYPES}. Source: Meta's Cloud API media pages. All methods throw {@link GatewayError}. */
export interface MediaApi {
  /**
   * Uploads a file, streamed from disk, and returns the media id: valid for messages of this number, for 30 days. Type (by
   * content) and size are checked first. Retried, also after unclear failures: unused uploads expire.
   * @throws {InvalidInputError} MYCO_MEDIA_INVALID; MYCO_MEDIA_UNREADABLE
   */
  upload(call: MediaUploadCall): Promise<string>;
  /** URL, type and size of media. Unknown, foreign and expired media: 400, code 100, subcode 33. */
  get(call: MediaCall): Promise<WireMedia>;
  /**
   * Downloads media to a file: completely and with WhatsApp's digest, or not at all. Requires WhatsApp's own token
   * (`accessToken`, `WHATSAPP_ACCESS_TOKEN`), which is sent to WhatsApp's hosts only; Maton's key is not sent there.
   * @throws MYCO_ACCESS_TOKEN_MISSING before any request; MYCO_ACCESS_TOKEN_REFUSED, MYCO_INSECURE_URL, MYCO_MEDIA_UNWRITABLE
   */
  download(call: MediaDownloadCall): Promise<DownloadedMedia>;
  /**
   * The content of a template's sample or a profile's picture. The signed URL is the permission: neither key nor token is sent,
   * and it must lead to one of WhatsApp's hosts.
   * @throws MYCO_INSECURE_URL
   */
  sample(call: SampleCall): Promise<Buffer>;
  /** Safe to repeat: media that do not exist are `absent`. */
  delete(call: MediaCall): Promise<"deleted" | "absent">;
}

/**
 * Downloads media in two steps: the first one checks the token, so that no request is sent for a download that cannot succeed; the
 * second one takes WhatsApp's description of the media.
 */
export type Download = (
  options: CallOptions & Pick<MediaDownloadCall, "file" | "onProgress">,
) => (media: WireMedia) => Promise<DownloadedMedia>;

export type SampleDownload = (call: SampleCall) => Promise<Buffer>;

export function mediaApi(call: Call, download: Download, sample: SampleDownload): MediaApi {
  const get: MediaApi["get"] = (options) =>
    call(proxyRequest(options, { method: "GET", ...mediaOf(options) }), readMedia);

  return {
    get,
    sample,

    async upload(options) {
      const file = await openLocalMedia(options.file);
      try {
        const mimeType = await checkedType(file, options);
        const { contentType: type, ...bytes } = bodyOf(file, mimeType, options);
        const request = proxyRequest(options, {
          method: "POST",
          segments: [checkedId("phoneNumber", options.phoneNumberId), "media"],
          headers: { "content-type": type },
          bytes,
          idempotent: true,
          deadlines: TRANSFER_DEADLINES,
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
        // Only WhatsApp's own 404: Maton's concerns the connection, and any other has no meaning.
        if (isGatewayError(error) && error.status === 404 && error.whatsapp !== undefined) return "absent";
        throw error;
      }
    },
  };
}

function mediaOf({ mediaId, phoneNumberId }: MediaCall) {
  const phone = phoneNumberId === undefined ? undefined : checkedId("phoneNumber", phoneNumberId);
  return { segments: [checkedId("media", mediaId)], query: { phone_number_id: phone } };
}

/** The type to declare to WhatsApp. @throws {InvalidInputError} */
async function checkedType(file: LocalMediaFile, options: MediaUploadCall): Promise<string> {
  const fileName = options.fileName ?? file.name;
  const byContent = await contentType(file, fileName);
  if (options.validate !== false) {
    const issues = lintMedia({
      fileName,
      bytes: file.size,
      mimeType: byContent,
      animated: isAnimatedWebp(file),
      claimedType: options.mimeType,
      kind: options.kind,
    });
    if (issues.length > 0) throw new InvalidInputError("MYCO_MEDIA_INVALID", "The file", issues);
  }
  return options.mimeType ?? byContent ?? "application/octet-stream";
}

function bodyOf(file: LocalMediaFile, mimeType: string, { fileName, onProgress }: MediaUploadCall) {
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
    // A string in the documentation, a number in newer answers.
    ...(file_size !== undefined && Number.isFinite(size) ? { file_size: size } : {}),
  };
}
