import { basename } from "node:path";
import type { MediaKind, PhoneCall } from "../../../gateway/index.ts";

/** A file of this machine that is to be uploaded. */
export interface LocalMedia {
  /** What it is to be sent as; undefined: anything that WhatsApp takes. */
  kind: MediaKind | undefined;
  /** As it was named. */
  file: string;
  /** Absolute. */
  path: string;
}

/** Stands for the id that an upload will give. */
export function placeholderId({ path }: LocalMedia): string {
  return `<id of ${basename(path)}>`;
}

/** What the gateway's upload takes. */
export function uploadCall({ kind, path }: LocalMedia, call: PhoneCall, validate: boolean) {
  return { ...call, file: path, validate, ...(kind === undefined ? {} : { kind }) };
}
