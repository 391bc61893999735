import { isGatewayError } from "../errors/gateway-error.ts";
import type { Call } from "../http/call.ts";
import { objectAt, textAt } from "../http/shape.ts";
import { UPLOAD_DEADLINES } from "../options/deadlines.ts";
import type { ProxyCall } from "../types/call-options.ts";
import type { UploadSource } from "../types/upload.ts";
import { checkedId } from "./ids.ts";
import { proxyRequest } from "./proxy-request.ts";

export interface UploadStart extends ProxyCall {
  /** Id of the Meta app; default `app`, the one that the connection belongs to. */
  appId?: string;
  fileName: string;
  /** `image/jpeg`, `image/png`, `video/mp4`, `application/pdf`. */
  mimeType: string;
  /** Bytes. */
  fileLength: number;
}

export interface UploadSend extends ProxyCall {
  /** As {@link Uploads.start} gave it: `upload:…`, opaque. */
  sessionId: string;
  source: UploadSource;
}

/**
 * Resumable uploads: the samples of template headers, and profile pictures. Source: Meta's resumable upload pages.
 * All throw {@link GatewayError}.
 */
export interface Uploads {
  /** Opens a session and returns its id. Sessions end by themselves: safe to repeat. */
  start(call: UploadStart): Promise<string>;
  /** Sends all bytes and returns the handle, `4::…`: short-lived, of this app and user. Not repeated when unclear. */
  send(call: UploadSend): Promise<string>;
  /** Both; after an unclear failure once more, in a new session. */
  upload(call: Omit<UploadStart, "fileLength"> & { source: UploadSource }): Promise<string>;
}

export function uploadsApi(call: Call): Uploads {
  const start: Uploads["start"] = (options) =>
    call(
      proxyRequest(options, {
        method: "POST",
        segments: [checkedId("app", options.appId ?? "app", "app's id"), "uploads"],
        query: {
          file_name: options.fileName,
          file_length: options.fileLength,
          file_type: options.mimeType,
          session_type: "attachment",
        },
        idempotent: true,
      }),
      (body) => textAt(objectAt(body, "the answer"), "id", "the answer"),
    );

  const send: Uploads["send"] = (options) => {
    // The signature is part of the id and belongs into the query: encoded into the path it would not be found.
    const [session = "", signature] = checkedId("upload", options.sessionId, "upload session").split("?sig=");
    return call(
      proxyRequest(options, {
        method: "POST",
        segments: [session],
        query: { sig: signature },
        headers: { file_offset: "0", "content-type": "application/octet-stream" },
        bytes: bytesOf(options.source),
        deadlines: UPLOAD_DEADLINES,
      }),
      (body) => textAt(objectAt(body, "the answer"), "h", "the answer"),
    );
  };

  return {
    start,
    send,
    async upload({ source, ...options }) {
      const once = async () => {
        const sessionId = await start({ ...options, fileLength: source.length });
        return send({ ...options, sessionId, source });
      };
      try {
        return await once();
      } catch (error) {
        if (isGatewayError(error) && error.ambiguous && error.code !== "MYCO_INTERRUPTED") return once();
        throw error;
      }
    },
  };
}

function bytesOf(source: UploadSource): { length: number; open(): Uint8Array | AsyncIterable<Uint8Array> } {
  return source instanceof Uint8Array ? { length: source.length, open: () => source } : source;
}
