import { invalidParameter } from "../../graph/errors.ts";
import { exact, filled, flag, optional, type Shape, text, url, within } from "../../graph/shape.ts";
import { type Json, objectOf } from "../../json.ts";
import { ATTACHMENTS, type AttachmentKind } from "../../media/file-types.ts";
import { findMedia } from "../../media/media.ts";
import { messageError } from "../message-error.ts";
import type { MessageKind, SendContext } from "./message-kind.ts";

export const CAPTION_MAX = 1024;

const file = { id: optional(filled), link: optional(url) };
const caption = optional(text({ max: CAPTION_MAX }));

/** Keys of each media object. */
const SHAPES: Readonly<Record<AttachmentKind, Shape>> = {
  image: exact({ ...file, caption }),
  video: exact({ ...file, caption }),
  document: exact({ ...file, caption, filename: optional(text()) }),
  audio: exact({ ...file, voice: optional(flag) }),
  sticker: exact(file),
};

export function isAttachmentKind(type: string): type is AttachmentKind {
  return Object.hasOwn(SHAPES, type);
}

function checkStored({ emulator, phone }: SendContext, kind: AttachmentKind, id: string, path: string): void {
  const media = findMedia(emulator.state, id, emulator.now());
  if (media === undefined || media.phone !== phone.id) {
    throw invalidParameter(`Param ${within(path, "id")} is not a valid whatsapp business account media attachment ID`);
  }
  const { label, types } = ATTACHMENTS[kind];
  if (!types.includes(media.mimeType)) {
    throw messageError(
      "mediaUpload",
      `Unsupported ${label} mime type ${media.mimeType}. Please use one of ${types.join(", ")}.`,
    );
  }
}

/** Checks a media object, which names a file by id or by link. The emulator does not fetch links. */
export function checkAttachment(context: SendContext, kind: AttachmentKind, value: Json, path: string): void {
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

function mediaKind(kind: AttachmentKind): MessageKind {
  return { check: (context, value, path) => checkAttachment(context, kind, value, path) };
}

export const audio = mediaKind("audio");
export const document = mediaKind("document");
export const image = mediaKind("image");
export const sticker = mediaKind("sticker");
export const video = mediaKind("video");
