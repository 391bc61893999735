import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { EmulatorEnv } from "../http-env.ts";
import { UPLOAD_BYTES } from "../tables/media-types.ts";

const MB = 1024 * 1024;

/** The largest body of a call that uploads no file. Neither Maton nor WhatsApp documents one: this is the emulator's own. */
const CALL_BYTES = 10 * MB;

const UPLOADS = /\/media\/?$|\/upload(:|%3a)/i;

/** Why a body is refused: the most that its route takes, in MB, and whether it is an upload. */
export type BodyRefusal = (megabytes: number, isUpload: boolean) => Error;

/**
 * Refuses a body that is larger than its route takes, before more than that of it is in memory. A declared length is
 * believed, because Node reads no more than that; a chunked body is counted while it arrives.
 */
export function limitBodies(refusal: BodyRefusal): MiddlewareHandler<EmulatorEnv> {
  const limit = (maxSize: number, isUpload: boolean) => {
    const refuse = (): never => {
      throw refusal(Math.floor(maxSize / MB), isUpload);
    };
    const counted: MiddlewareHandler<EmulatorEnv> = bodyLimit({ maxSize, onError: refuse });
    return { maxSize, refuse, counted };
  };
  const call = limit(CALL_BYTES, false);
  const upload = limit(UPLOAD_BYTES, true);
  return async (c, next) => {
    const { maxSize, refuse, counted } = UPLOADS.test(c.req.path) ? upload : call;
    if (c.req.header("transfer-encoding") !== undefined) return counted(c, next);
    if (Number(c.req.header("content-length") ?? 0) > maxSize) refuse();
    await next();
  };
}
