import { createHash } from "node:crypto";
import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { unknownObject } from "../graph/errors.ts";
import type { NodeFinder } from "../graph/node.ts";
import { phoneInPath } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { requireToken } from "../middleware/require-key.ts";
import { findMedia } from "../store/media.ts";
import type { MediaRecord } from "../store/state.ts";
import { uploadMedia } from "./media-uploads.ts";

const HOST = "https://lookaside.fbsbx.com";
/** Routes have no slash at the end; the recorded URL has one. */
const MEDIA_PATH = "/whatsapp_business/attachments";
const URL_LIFE = 5 * PERIODS.MINUTE;

function signature({ id, sha256 }: MediaRecord, expiry: string): string {
  return `AR${createHash("sha256").update(`${id}:${expiry}:${sha256}`).digest("base64url").slice(0, 43)}`;
}

/** The address of a file, valid for a short time: at WhatsApp's media host, or here when direct calls are served. */
function mediaUrl(emulator: EmulatorContext, media: MediaRecord): string {
  const expiry = String(Math.floor((emulator.now() + URL_LIFE) / PERIODS.SECOND));
  const host = emulator.options.direct ? emulator.origin : HOST;
  const query = new URLSearchParams({ mid: media.id, source: "getMedia", ext: expiry, hash: signature(media, expiry) });
  return `${host}${MEDIA_PATH}/?${query}`;
}

interface MediaQuery {
  ext?: string;
  hash?: string;
}

function isValidUrl(media: MediaRecord, { ext, hash }: MediaQuery, now: number): boolean {
  return ext !== undefined && hash === signature(media, ext) && Number(ext) * PERIODS.SECOND > now;
}

/** The answer to a read; its URL changes with every read. */
function mediaView(emulator: EmulatorContext, media: MediaRecord): JsonObject {
  return {
    url: mediaUrl(emulator, media),
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: media.size,
    id: media.id,
    messaging_product: "whatsapp",
  };
}

/** The file; throws when the caller names a phone that did not upload it. */
function mediaOfCaller(
  emulator: EmulatorContext,
  id: string,
  phoneId: string | undefined,
  method: string,
): MediaRecord | undefined {
  const media = findMedia(emulator.state, id, emulator.now());
  if (media !== undefined && phoneId !== undefined && phoneId !== media.phone) throw unknownObject(method, id);
  return media;
}

function removeMedia(emulator: EmulatorContext, media: MediaRecord): JsonObject {
  emulator.state.media = emulator.state.media.filter((other) => other !== media);
  emulator.mediaBytes.delete(media.id);
  emulator.changed();
  return { success: true };
}

/** `GET` and `DELETE /{media}`. */
export const mediaNode: NodeFinder = (emulator, id, c) => {
  const media = mediaOfCaller(emulator, id, c.req.query("phone_number_id"), c.req.method);
  return media && { type: "Media", get: () => mediaView(emulator, media), delete: () => removeMedia(emulator, media) };
};

export function mediaRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/media", async (c) => c.json(await uploadMedia(emulator, phoneInPath(emulator, c), c)));
}

/** The media host: serves the bytes at a media URL to callers with a token. */
export function mediaHostRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get(MEDIA_PATH, requireToken(), (c) => {
    const { mid = "", ...query } = c.req.query();
    const media = findMedia(emulator.state, mid, emulator.now());
    const bytes = emulator.mediaBytes.get(mid);
    if (media === undefined || bytes === undefined || !isValidUrl(media, query, emulator.now())) return c.notFound();
    return c.body(Uint8Array.from(bytes), 200, { "content-type": media.mimeType });
  });
}
