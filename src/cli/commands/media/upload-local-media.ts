import { basename } from "node:path";
import type { Gateway, PhoneCall } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { showProgress, transferProgress } from "../../output/progress.ts";
import { type LocalMedia, uploadCall } from "./local-media.ts";

/** Uploads a file, with progress where a person may be watching, and returns the media's id. */
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
