import { setTimeout as sleep } from "node:timers/promises";
import type { MiddlewareHandler } from "hono";
import type { EmulatorEnv, RequestContext } from "../http-env.ts";
import { UPLOAD_BODY_MAX_BYTES } from "../media/file-types.ts";

const MB = 1024 * 1024;

/** The largest body of a call without a file. The limit is the emulator's own: Maton and WhatsApp document none. */
const CALL_BODY_MAX_BYTES = 10 * MB;

const UPLOADS = /\/media\/?$|\/upload(:|%3a)/i;

/** How much of a refused body is read and dropped: some clients send the whole body before they read the answer. */
const DROPPED = { bytes: 64 * MB, milliseconds: 500 };

/** The refusal of a body, by the limit of its route in MB. */
type BodyRefusal = (megabytes: number, isUpload: boolean) => Error;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** The body, or undefined when it is larger; nothing beyond the limit is kept. */
async function readUpTo(reader: Reader, max: number): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > max) return undefined;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

async function dropRest(reader: Reader): Promise<void> {
  const late = sleep(DROPPED.milliseconds, undefined, { ref: false });
  for (let size = 0; size <= DROPPED.bytes; ) {
    const part = await Promise.race([reader.read(), late]);
    if (part === undefined || part.done) return;
    size += part.value.byteLength;
  }
}

/** Trusts a declared length, because Node reads no more than that. Counts a chunked body while it arrives. */
async function fits(c: RequestContext, max: number): Promise<boolean> {
  const isChunked = c.req.header("transfer-encoding") !== undefined;
  const declared = Number(c.req.header("content-length") ?? 0);
  if (!isChunked && declared <= max) return true;
  const { raw } = c.req;
  const reader = raw.body?.getReader();
  if (reader === undefined) return true;
  const body = isChunked ? await readUpTo(reader, max) : undefined;
  if (body === undefined) await dropRest(reader);
  else c.req.raw = new Request(raw, { body });
  return body !== undefined;
}

/** Refuses a body that exceeds the limit of its route, and never holds more than the limit in memory. */
export function limitBodies(refusal: BodyRefusal): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const isUpload = UPLOADS.test(c.req.path);
    const max = isUpload ? UPLOAD_BODY_MAX_BYTES : CALL_BODY_MAX_BYTES;
    if (!(await fits(c, max))) throw refusal(Math.floor(max / MB), isUpload);
    await next();
  };
}
