import { setTimeout as sleep } from "node:timers/promises";
import type { MiddlewareHandler } from "hono";
import type { EmulatorEnv, RequestContext } from "../http-env.ts";
import { UPLOAD_BYTES } from "../tables/media-types.ts";

const MB = 1024 * 1024;

/** The largest body of a call that uploads no file. Neither Maton nor WhatsApp documents one: this is the emulator's own. */
const CALL_BYTES = 10 * MB;

const UPLOADS = /\/media\/?$|\/upload(:|%3a)/i;

/** How much of a refused body is read and dropped, so that a client that sends all before it listens sees the answer. */
const DROPPED = { bytes: 64 * MB, milliseconds: 500 };

/** Why a body is refused: the most that its route takes, in MB, and whether it is an upload. */
export type BodyRefusal = (megabytes: number, isUpload: boolean) => Error;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** The body, or undefined when it is larger; nothing beyond the limit is kept. */
async function readUpTo(reader: Reader, most: number): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > most) return undefined;
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

/** A declared length is believed: Node reads no more than that. A chunked body is counted while it arrives. */
async function fits(c: RequestContext, most: number): Promise<boolean> {
  const isChunked = c.req.header("transfer-encoding") !== undefined;
  const declared = Number(c.req.header("content-length") ?? 0);
  if (!isChunked && declared <= most) return true;
  const { raw } = c.req;
  const reader = raw.body?.getReader();
  if (reader === undefined) return true;
  const body = isChunked ? await readUpTo(reader, most) : undefined;
  if (body === undefined) await dropRest(reader);
  else c.req.raw = new Request(raw, { body });
  return body !== undefined;
}

/** Refuses a body that is larger than its route takes, before more than that of it is in memory. */
export function limitBodies(refusal: BodyRefusal): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const isUpload = UPLOADS.test(c.req.path);
    const most = isUpload ? UPLOAD_BYTES : CALL_BYTES;
    if (!(await fits(c, most))) throw refusal(Math.floor(most / MB), isUpload);
    await next();
  };
}
