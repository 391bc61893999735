import { isGatewayError } from "../errors/gateway-error.ts";
import type { Call } from "../http/call.ts";
import { objectAt, textAt } from "../http/json.ts";
import { TRANSFER_DEADLINES } from "../options/defaults.ts";
import { checkedId } from "./ids.ts";
import { type ProxyCall, proxyRequest } from "./proxy-request.ts";

/** Bytes in memory, or a function that opens them anew for each try, with their length. */
export type UploadSource = Uint8Array | { length: number; open(): AsyncIterable<Uint8Array> };

export interface UploadStart extends ProxyCall {
  /** Id of the Meta app; default `app`, the connection's own app. */
  appId?: string;
  fileName: string;
  /** `image/jpeg`, `image/png`, `video/mp4`, `application/pdf`. */
  mimeType: string;
  /** Bytes. */
  fileLength: number;
}

export interface UploadSend extends ProxyCall {
  /** The result of {@link Uploads.start}: `upload:…`, opaque. */
  sessionId: string;
  source: UploadSource;
}

/**
 * Resumable uploads: samples of template headers, and profile pictures. Source: Meta's resumable upload pages.
 * All methods throw {@link GatewayError}.
 */
export interface Uploads {
  /** Opens a session and returns its id. Safe to repeat: unused sessions expire. */
  start(call: UploadStart): Promise<string>;
  /** Sends all bytes and returns the handle, `4::…`: short-lived, bound to app and user. Not retried after an unclear failure. */
  send(call: UploadSend): Promise<string>;
  /** `start` and `send`; after an unclear failure once more, in a new session. */
  upload(call: Omit<UploadStart, "fileLength"> & { source: UploadSource }): Promise<string>;
}

export function uploadsApi(call: Call): Uploads {
  const start: Uploads["start"] = (options) =>
    call(
      proxyRequest(options, {
        method: "POST",
        segments: [checkedId("app", options.appId ?? "app"), "uploads"],
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
    // The signature is part of the id and belongs in the query: WhatsApp does not find it encoded in the path.
    const [session = "", signature] = checkedId("upload", options.sessionId).split("?sig=");
    return call(
      proxyRequest(options, {
        method: "POST",
        segments: [session],
        query: { sig: signature },
        headers: { file_offset: "0", "content-type": "application/octet-stream" },
        bytes: bytesOf(options.source),
        deadlines: TRANSFER_DEADLINES,
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
