import type { Readable } from "node:stream";
import { type Dispatcher, request as undiciRequest } from "undici";
import { MycobotError } from "../../errors/index.ts";
import type { Download, SampleDownload, WireMedia } from "../api/media.ts";
import { AttemptFailure } from "../errors/attempt-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import { missedDeadline, networkFailure } from "../failures/network-failure.ts";
import { answerHeaders } from "../http/answer.ts";
import { type GatewayRequest, type RequestTarget, USER_AGENT } from "../http/gateway-request.ts";
import { TRANSFER_DEADLINES } from "../options/defaults.ts";
import type { Deadlines } from "../options/gateway-options.ts";
import { isLoopback } from "../options/gateway-origin.ts";
import type { Settings } from "../options/settings.ts";
import { redactedLine } from "../redact.ts";
import { underSignals } from "../retry/abort-signals.ts";
import { kindOfStatus, retryAfterMs } from "../retry/retry-policy.ts";
import { withRetries } from "../retry/with-retries.ts";
import { counted } from "./progress.ts";
import { type WrittenBytes, writeAtomically } from "./write-atomically.ts";

/** Hosts of WhatsApp's media. Source: recorded answers (`lookaside.fbsbx.com`), Meta's list of hosts. */
const MEDIA_HOSTS = ["fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.com", "whatsapp.net"];

export function createDownload(settings: Settings, dispatcher: Dispatcher): Download {
  return ({ file, onProgress, ...options }) => {
    settings.accessToken();
    return async (media) => {
      // Again: a key that comes from a command is known only after the first request.
      const token = settings.accessToken();
      const url = checkedMediaUrl(media.url);
      const deadlines = { ...settings.deadlines, ...TRANSFER_DEADLINES };
      return underSignals([settings.signal, options.signal], async (signal) => {
        const attempt = () =>
          fetchMedia({ url, token, dispatcher, deadlines, signal }, (bytes) =>
            writeAtomically(file, counted(bytes, media.file_size, onProgress), (written) => check(media, url, written)),
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

export function createSampleDownload(settings: Settings, dispatcher: Dispatcher): SampleDownload {
  return ({ url: text, maxBytes, ...options }) => {
    const url = checkedMediaUrl(text);
    const deadlines = { ...settings.deadlines, ...TRANSFER_DEADLINES };
    return underSignals([settings.signal, options.signal], async (signal) => {
      const attempt = () =>
        fetchMedia({ url, dispatcher, deadlines, signal }, (bytes) => collected(bytes, url, maxBytes));
      try {
        return await withRetries(attempt, { ...settings, idempotent: true, signal });
      } catch (error) {
        if (signal.aborted) throw interrupted(url, signal.reason);
        throw error instanceof AttemptFailure ? error.error : error;
      }
    });
  };
}

async function collected(bytes: AsyncIterable<Uint8Array>, url: URL, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxBytes)
      throw new GatewayError("MYCO_GATEWAY_RESPONSE", `The media from ${url.host} have more than ${maxBytes} bytes`, {
        method: "GET",
        url: url.href,
        hint: "Nothing was written.",
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The address of media, if WhatsApp's token may be sent there: WhatsApp's own hosts over https, or this machine.
 * @throws MYCO_INSECURE_URL
 */
function checkedMediaUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url?.hostname ?? "";
  const isWhatsApps = MEDIA_HOSTS.some((own) => host === own || host.endsWith(`.${own}`));
  if (
    url !== undefined &&
    ((url.protocol === "https:" && isWhatsApps) || (/^https?:$/.test(url.protocol) && isLoopback(host)))
  ) {
    return url;
  }
  const address = host === "" ? "an invalid URL" : redactedLine(`${url?.protocol}//${host}`);
  throw new MycobotError(
    "MYCO_INSECURE_URL",
    `The media were not downloaded: the gateway returned ${address}, which is not an https URL of a WhatsApp host, so nothing was sent there`,
    { hint: "Check MATON_API_URL and the media id." },
  );
}

interface MediaFetch {
  url: URL;
  /** Absent if the URL itself is the permission. */
  token?: string;
  dispatcher: Dispatcher;
  deadlines: Deadlines;
  signal: AbortSignal;
}

/** The description of the request for its errors. */
const READ: GatewayRequest = { method: "GET", plane: "proxy", segments: [], idempotent: true };

/**
 * One try to fetch media; `take` reads the bytes to the end. The headers do not contain Maton's key, and redirects are not
 * followed: the token stays with WhatsApp's hosts.
 * @throws {AttemptFailure}, whatever `take` throws, and the signal's reason
 */
async function fetchMedia<T>(
  { url, token, dispatcher, deadlines, signal }: MediaFetch,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const target: RequestTarget = { url: url.href, title: `GET media from ${url.host}` };
  const overtime = AbortSignal.timeout(deadlines.total);
  const failure = (error: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    if (overtime.aborted) return missedDeadline(READ, target, "total", deadlines);
    return networkFailure(READ, target, error, deadlines);
  };
  const response = await undiciRequest(url, {
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), "user-agent": USER_AGENT },
    dispatcher,
    signal: AbortSignal.any([overtime, signal]),
    headersTimeout: deadlines.headers,
    bodyTimeout: deadlines.body,
  }).catch((error: unknown) => {
    throw failure(error);
  });
  if (response.statusCode !== 200) {
    discard(response.body);
    throw errorStatus(target, response.statusCode, answerHeaders(response.headers)["retry-after"]);
  }
  try {
    return await take(translated(response.body, failure));
  } finally {
    discard(response.body);
  }
}

/** The chunks, with their failures as ours. */
async function* translated(
  body: AsyncIterable<Uint8Array>,
  failure: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    throw failure(error);
  }
}

/** undici reports the end of an unread body as an error, which would be unhandled. */
function discard(body: Readable): void {
  body.on("error", () => {}).destroy();
}

function errorStatus(target: RequestTarget, status: number, retryAfter: string | undefined): AttemptFailure {
  const waitMs = retryAfterMs(retryAfter);
  const isToken = status === 401 || status === 403;
  const hint = isToken
    ? "Check WHATSAPP_ACCESS_TOKEN: it requires permission to read this account's media."
    : status === 404 || status === 410
      ? "WhatsApp keeps uploaded media for 30 days and received media for 7 days: ask the sender for them again."
      : "Try again later.";
  const error = new GatewayError(
    isToken ? "MYCO_ACCESS_TOKEN_REFUSED" : "MYCO_GATEWAY_RESPONSE",
    `${target.title} answered ${status}`,
    { method: "GET", url: target.url, status, retryAfterMs: waitMs, hint },
  );
  return new AttemptFailure(error, kindOfStatus(status), waitMs);
}

/** Compares the received bytes with what WhatsApp announced. */
function check({ file_size, sha256 }: WireMedia, url: URL, written: WrittenBytes): void {
  const mismatch = (what: string) =>
    new GatewayError(
      "MYCO_GATEWAY_RESPONSE",
      `The media from ${url.host} differ from what WhatsApp announced: ${what}`,
      {
        method: "GET",
        url: url.href,
        hint: "Nothing was written. Try again later.",
      },
    );
  if (file_size !== undefined && file_size !== written.size) {
    throw mismatch(`${written.size} bytes instead of ${file_size}`);
  }
  if (sha256 !== undefined && sameDigest(written.sha256, sha256) === false) throw mismatch("a different SHA-256");
}

/**
 * Whether a digest is the announced one: hex in WhatsApp's documentation, base64 in newer answers. Undefined when it is
 * neither.
 */
function sameDigest(actual: Buffer, announced: string): boolean | undefined {
  const text = announced.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return actual.toString("hex") === text.toLowerCase();
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return actual.equals(Buffer.from(text, "base64"));
  return undefined;
}

function interrupted(url: URL, cause: unknown): GatewayError {
  return new GatewayError("MYCO_INTERRUPTED", "The download was interrupted; nothing was written", {
    method: "GET",
    url: url.href,
    cause,
  });
}
