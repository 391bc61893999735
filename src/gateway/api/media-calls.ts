import type { MediaKind } from "../../model/media/index.ts";
import type { OnProgress } from "../media/progress.ts";
import type { PhoneCall, ProxyCall } from "../types/call-options.ts";
import type { DownloadedMedia, WireMedia } from "../types/media.ts";

export interface MediaUploadCall extends PhoneCall {
  /** Path of the file. */
  file: string;
  /** What WhatsApp is told; default: the type by content. */
  mimeType?: string;
  /** Default: the file's own name. */
  fileName?: string;
  /** What it is to be sent as, so that a file of another kind is refused. */
  kind?: MediaKind;
  /** `false` uploads without a check. Default `true`. */
  validate?: boolean;
  /** Called as bytes are handed over; begins anew with each try. */
  onProgress?: OnProgress;
}

export interface MediaCall extends ProxyCall {
  /** Digits. */
  mediaId: string;
  /** Makes WhatsApp check that the media belong to this number. */
  phoneNumberId?: string;
}

export interface MediaDownloadCall extends MediaCall {
  /** Where to write; what stands there is replaced. */
  file: string;
  onProgress?: OnProgress;
}

/**
 * Media of messages. Source: Meta's Cloud API media pages. Limits: images (JPEG, PNG) 5 MB · videos (MP4, 3GP) and audio (AAC,
 * AMR, MP3, M4A, OGG with Opus) 16 MB · documents 100 MB · stickers (WebP) 100 kB, moving ones 500 kB. All throw {@link GatewayError}.
 */
export interface MediaApi {
  /**
   * Uploads a file, streamed from disk, and returns the media's id: for messages of this number, kept for 30 days. Type (by
   * content) and size are checked first. Safe to repeat, and repeated: an upload that nobody uses expires by itself.
   * @throws {InvalidInputError} MYCO_MEDIA_INVALID; MYCO_MEDIA_UNREADABLE
   */
  upload(call: MediaUploadCall): Promise<string>;
  /** Where the media are, what and how large. Unknown, foreign and expired ones: 400, code 100, subcode 33. */
  get(call: MediaCall): Promise<WireMedia>;
  /**
   * Fetches media into a file: whole and with WhatsApp's digest, or not at all. Needs WhatsApp's own token
   * (`accessToken`, `WHATSAPP_ACCESS_TOKEN`), which goes to WhatsApp's hosts only; Maton's key does not go there.
   * @throws MYCO_ACCESS_TOKEN_MISSING before any request; MYCO_ACCESS_TOKEN_REFUSED, MYCO_INSECURE_URL, MYCO_MEDIA_UNWRITABLE
   */
  download(call: MediaDownloadCall): Promise<DownloadedMedia>;
  /** Safe to repeat: what is not there any more counts as done, `absent`. */
  delete(call: MediaCall): Promise<"deleted" | "absent">;
}
