import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { gatewayOptions, plannedRequest } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { fileSize } from "../../output/file-size.ts";
import { type LocalMedia, uploadCall } from "./local-media.ts";

/** Any would do: nothing is sent. */
const NOWHERE = { connection: "none", phoneNumberId: "0" };

/**
 * Looks at a file as an upload does, without one, and says in short what it is: `photo.jpg (1.2 MB)`.
 * @throws {InvalidInputError} MYCO_MEDIA_INVALID; MYCO_MEDIA_UNREADABLE
 */
export async function checkLocalMedia(media: LocalMedia, validate: boolean, { io }: Context): Promise<string> {
  await plannedRequest((gateway) => gateway.media.upload(uploadCall(media, NOWHERE, validate)), gatewayOptions(io.env));
  const { size } = await stat(media.path);
  return `${basename(media.path)} (${fileSize(size)})`;
}
