import { imageSize } from "image-size";
import type { MediaUse } from "../expand/expansion.ts";
import { type Finding, note } from "../source/finding.ts";
import { mediaFinding } from "./check-media.ts";
import { mediaHead } from "./media-head.ts";
import { LEAST_PICTURE_SIDE } from "./media-kinds.ts";

/** Whether a profile's picture is one, and how WhatsApp will show it. */
export async function checkPicture(use: MediaUse, folder: string): Promise<Finding[]> {
  const head = await mediaHead(use, folder);
  const finding = await mediaFinding(use, head);
  if (finding !== undefined) return [finding];
  const size = "refused" in head ? undefined : sizeOf(head.head);
  if (size === undefined) return [];
  const { width, height } = size;
  if (width === height && width >= LEAST_PICTURE_SIDE) return [];
  const message = `\`${String(use.node.value)}\` has ${width} × ${height} pixels; WhatsApp shows pictures as a circle cut from a square`;
  const hint = `Use a square of ${LEAST_PICTURE_SIDE} pixels or more, better 640.`;
  return [note({ code: "picture-shape", at: use.node.place, message, hint })];
}

/** Undefined for a picture whose size stands further behind than the head reaches. */
function sizeOf(head: Uint8Array): { width: number; height: number } | undefined {
  try {
    return imageSize(head);
  } catch {
    return undefined;
  }
}
