import type { EmulatorContext } from "../emulator-context.ts";
import { unknownObject } from "../graph/errors.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { isValidUrl, MEDIA_PATH, mediaUrl } from "../media/media-url.ts";
import { readUpload } from "../media/read-upload.ts";
import { storeMedia } from "../media/store-media.ts";
import { requireToken } from "../middleware/require-key.ts";
import { findMedia } from "../store/media.ts";
import type { MediaRecord } from "../store/state.ts";
import { phoneInPath } from "./owners.ts";

/** A file as a read shows it; its URL changes with every read. */
export function mediaView(emulator: EmulatorContext, media: MediaRecord): JsonObject {
  return {
    url: mediaUrl(emulator, media),
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: media.size,
    id: media.id,
    messaging_product: "whatsapp",
  };
}

/** The file, unless the caller names a phone that did not upload it. */
export function mediaOfCaller(
  emulator: EmulatorContext,
  id: string,
  phoneId: string | undefined,
  method: string,
): MediaRecord | undefined {
  const media = findMedia(emulator.state, id, emulator.now());
  if (media !== undefined && phoneId !== undefined && phoneId !== media.phone) throw unknownObject(method, id);
  return media;
}

export function removeMedia(emulator: EmulatorContext, media: MediaRecord): JsonObject {
  emulator.state.media = emulator.state.media.filter((other) => other !== media);
  emulator.mediaBytes.delete(media.id);
  emulator.changed();
  return { success: true };
}

/** `POST /{phone}/media`, multipart. */
export function mediaRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/media", async (c) => c.json(storeMedia(emulator, phoneInPath(emulator, c), await readUpload(c))));
}

/** The bytes behind a media URL, for callers with a token: what WhatsApp's media host does. */
export function mediaHostRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get(MEDIA_PATH, requireToken(), (c) => {
    const { mid = "", ...query } = c.req.query();
    const media = findMedia(emulator.state, mid, emulator.now());
    const bytes = emulator.mediaBytes.get(mid);
    if (media === undefined || bytes === undefined || !isValidUrl(media, query, emulator.now())) return c.notFound();
    return c.body(Uint8Array.from(bytes), 200, { "content-type": media.mimeType });
  });
}
