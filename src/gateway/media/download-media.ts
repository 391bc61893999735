import type { Dispatcher } from "undici";
import { GatewayError } from "../errors/gateway-error.ts";
import { UPLOAD_DEADLINES } from "../options/deadlines.ts";
import type { Settings } from "../options/settings.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import { underSignals } from "../retry/under-signals.ts";
import { withRetries } from "../retry/with-retries.ts";
import type { DownloadedMedia, WireMedia } from "../types/media.ts";
import { sameDigest } from "./digest.ts";
import { fetchMedia } from "./fetch-media.ts";
import { checkedMediaUrl } from "./media-host.ts";
import { counted, type OnProgress } from "./progress.ts";
import { type DownloadedBytes, writeWhole } from "./write-whole.ts";

interface DownloadOptions {
  file: string;
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress;
}

/** First the token, so that nothing is asked for that cannot be fetched; then the media, as WhatsApp describes them. */
export type Download = (options: DownloadOptions) => (media: WireMedia) => Promise<DownloadedMedia>;

export function createDownload(settings: Settings, dispatcher: Dispatcher): Download {
  return ({ file, onProgress, ...options }) => {
    const token = settings.accessToken();
    return async (media) => {
      const url = checkedMediaUrl(media.url);
      const deadlines = { ...settings.deadlines, ...UPLOAD_DEADLINES };
      return underSignals([settings.signal, options.signal], async (signal) => {
        const attempt = () =>
          fetchMedia({ url, token, dispatcher, deadlines, signal }, (bytes) =>
            writeWhole(file, counted(bytes, media.file_size, onProgress), (written) => check(media, url, written)),
          );
        try {
          const { size, sha256 } = await withRetries(attempt, { ...settings, idempotent: true, signal });
          const verified = media.sha256 !== undefined && sameDigest(sha256, media.sha256) === true;
          return { file, mimeType: media.mime_type, size, sha256: sha256.toString("hex"), verified };
        } catch (error) {
          if (signal.aborted) throw interrupted(url, signal.reason);
          throw error instanceof AttemptFailure ? error.error : error;
        }
      });
    };
  };
}

/** What came is what WhatsApp announced. */
function check({ file_size, sha256 }: WireMedia, url: URL, written: DownloadedBytes): void {
  const wrong = (what: string) =>
    new GatewayError(
      "MYCO_GATEWAY_RESPONSE",
      `The media from ${url.host} are not those that WhatsApp announced: ${what}`,
      {
        method: "GET",
        url: url.href,
        hint: "Nothing was written. Try again later.",
      },
    );
  if (file_size !== undefined && file_size !== written.size) throw wrong(`${written.size} bytes, not ${file_size}`);
  if (sha256 !== undefined && sameDigest(written.sha256, sha256) === false) throw wrong("another SHA-256");
}

function interrupted(url: URL, cause: unknown): GatewayError {
  return new GatewayError("MYCO_INTERRUPTED", "The download was interrupted; nothing was written", {
    method: "GET",
    url: url.href,
    cause,
  });
}
