import { createHash } from "node:crypto";
import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import type { MediaRecord } from "../store/state.ts";

const HOST = "https://lookaside.fbsbx.com";
/** Routes have no slash at the end; the URL has one, as recorded. */
export const MEDIA_PATH = "/whatsapp_business/attachments";
const LIFE = 5 * PERIODS.MINUTE;

function signature({ id, sha256 }: MediaRecord, expiry: string): string {
  return `AR${createHash("sha256").update(`${id}:${expiry}:${sha256}`).digest("base64url").slice(0, 43)}`;
}

/** Where a file can be had for five minutes: on WhatsApp's media host, which knows nothing of it, or here. */
export function mediaUrl(emulator: EmulatorContext, media: MediaRecord): string {
  const expiry = String(Math.floor((emulator.now() + LIFE) / PERIODS.SECOND));
  const host = emulator.options.direct ? emulator.origin : HOST;
  const query = new URLSearchParams({ mid: media.id, source: "getMedia", ext: expiry, hash: signature(media, expiry) });
  return `${host}${MEDIA_PATH}/?${query}`;
}

export interface MediaQuery {
  ext?: string;
  hash?: string;
}

export function isValidUrl(media: MediaRecord, { ext, hash }: MediaQuery, now: number): boolean {
  return ext !== undefined && hash === signature(media, ext) && Number(ext) * PERIODS.SECOND > now;
}
