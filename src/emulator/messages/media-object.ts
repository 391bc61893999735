import { invalidParameter } from "../graph/errors.ts";
import { exact, filled, flag, optional, type Shape, text, url, within } from "../graph/shape.ts";
import { type Json, objectOf } from "../json.ts";
import { findMedia } from "../store/media.ts";
import { MEDIA_KINDS, type MediaKind } from "../tables/media-types.ts";
import { MESSAGE_LIMITS } from "../tables/message-limits.ts";
import { messageError } from "./message-error.ts";
import type { SendContext } from "./send-context.ts";

const file = { id: optional(filled), link: optional(url) };
const caption = optional(text({ most: MESSAGE_LIMITS.caption }));

/** Keys of each media object: only images, videos and documents carry a caption. */
const SHAPES: Readonly<Record<MediaKind, Shape>> = {
  image: exact({ ...file, caption }),
  video: exact({ ...file, caption }),
  document: exact({ ...file, caption, filename: optional(text()) }),
  audio: exact({ ...file, voice: optional(flag) }),
  sticker: exact(file),
};

export function isMediaKind(type: string): type is MediaKind {
  return Object.hasOwn(SHAPES, type);
}

function checkStored({ emulator, phone }: SendContext, kind: MediaKind, id: string, path: string): void {
  const media = findMedia(emulator.state, id, emulator.now());
  if (media === undefined || media.phone !== phone.id) {
    throw invalidParameter(`Param ${within(path, "id")} is not a valid whatsapp business account media attachment ID`);
  }
  const { label, types } = MEDIA_KINDS[kind];
  if (!types.includes(media.mimeType)) {
    throw messageError(
      "mediaUpload",
      `Unsupported ${label} mime type ${media.mimeType}. Please use one of ${types.join(", ")}.`,
    );
  }
}

/** A file by id or by link. Links are not fetched. */
export function checkMediaObject(context: SendContext, kind: MediaKind, value: Json, path: string): void {
  SHAPES[kind](value, path);
  const { id, link } = objectOf(value);
  if (id === undefined && link === undefined) {
    throw messageError("missing", `Either ${within(path, "id")} or ${within(path, "link")} is required`);
  }
  if (id !== undefined && link !== undefined) {
    throw messageError("value", `Only one of ${within(path, "id")} and ${within(path, "link")} can be given`);
  }
  if (id !== undefined) checkStored(context, kind, String(id), path);
}
