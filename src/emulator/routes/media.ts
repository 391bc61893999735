import { unknownObject } from "../graph/errors.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { isValidUrl, MEDIA_PATH, mediaUrl } from "../media/media-url.ts";
import { readUpload } from "../media/read-upload.ts";
import { storeMedia } from "../media/store-media.ts";
import { requireToken } from "../middleware/require-key.ts";
import { findMedia } from "../store/media.ts";
import type { MediaRecord } from "../store/state.ts";
import type { World } from "../world.ts";
import { phoneInPath } from "./owners.ts";

/** A file as a read shows it; its URL changes with every read. */
export function mediaView(world: World, media: MediaRecord): JsonObject {
  return {
    url: mediaUrl(world, media),
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: media.size,
    id: media.id,
    messaging_product: "whatsapp",
  };
}

/** The file, unless the caller names a phone that did not upload it. */
export function mediaOfCaller(
  world: World,
  id: string,
  phoneId: string | undefined,
  method: string,
): MediaRecord | undefined {
  const media = findMedia(world.state, id, world.now());
  if (media !== undefined && phoneId !== undefined && phoneId !== media.phone) throw unknownObject(method, id);
  return media;
}

export function removeMedia(world: World, media: MediaRecord): JsonObject {
  world.state.media = world.state.media.filter((other) => other !== media);
  world.mediaBytes.delete(media.id);
  world.changed();
  return { success: true };
}

/** `POST /{phone}/media`, multipart. */
export function mediaRoutes(app: EmulatorApp, world: World): void {
  app.post("/:id/media", async (c) => c.json(storeMedia(world, phoneInPath(world, c), await readUpload(c))));
}

/** The bytes behind a media URL, for callers with a token: what WhatsApp's media host does. */
export function mediaHostRoutes(app: EmulatorApp, world: World): void {
  app.get(MEDIA_PATH, requireToken(), (c) => {
    const { mid = "", ...query } = c.req.query();
    const media = findMedia(world.state, mid, world.now());
    const bytes = world.mediaBytes.get(mid);
    if (media === undefined || bytes === undefined || !isValidUrl(media, query, world.now())) return c.notFound();
    return c.body(Uint8Array.from(bytes), 200, { "content-type": media.mimeType });
  });
}
