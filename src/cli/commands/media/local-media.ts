import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Gateway, MediaKind, PhoneCall } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { fileSize } from "../../output/phrases.ts";
import { showProgress, transferProgress } from "../../output/progress.ts";

/** A local file to upload. */
export interface LocalMedia {
  /** The kind of message that it is for; undefined: any type that WhatsApp accepts. */
  kind: MediaKind | undefined;
  /** As given on the command line. */
  file: string;
  /** Absolute. */
  path: string;
}

/** Placeholder for the id of a file that is not uploaded yet. */
export function placeholderId({ path }: LocalMedia): string {
  return `<id of ${basename(path)}>`;
}

function uploadCall({ kind, path }: LocalMedia, call: PhoneCall, validate: boolean) {
  return { ...call, file: path, validate, ...(kind === undefined ? {} : { kind }) };
}

/** Any value would do: nothing is sent. */
const UNUSED_CALL = { connection: "none", phoneNumberId: "0" };

/**
 * Checks a file as an upload does, without uploading it, and returns a summary: `photo.jpg (1.2 MB)`.
 * @throws {InvalidInputError} MYCO_MEDIA_INVALID; MYCO_MEDIA_UNREADABLE
 */
export async function checkLocalMedia(media: LocalMedia, validate: boolean, { io }: Context): Promise<string> {
  const { gatewayOptions, plannedRequest } = await import("../../../gateway/index.ts");
  const call = uploadCall(media, UNUSED_CALL, validate);
  await plannedRequest((gateway) => gateway.media.upload(call), gatewayOptions(io.env));
  const { size } = await stat(media.path);
  return `${basename(media.path)} (${fileSize(size)})`;
}

/** Uploads a file, with progress on a terminal, and returns the media id. */
export async function uploadLocalMedia(
  media: LocalMedia,
  gateway: Gateway,
  call: PhoneCall,
  context: Context,
  validate: boolean,
): Promise<string> {
  const onProgress = transferProgress(context, `uploading ${basename(media.path)}`);
  try {
    return await gateway.media.upload({ ...uploadCall(media, call, validate), onProgress });
  } finally {
    showProgress(context, "");
  }
}
