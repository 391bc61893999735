import { basename } from "node:path";
import { closest } from "../../model/text/index.ts";
import type { MediaUse } from "../expand/expansion.ts";
import { type FileRefusal, namesBeside, readProjectFile } from "../source/project-file.ts";
import { MEDIA_RULES } from "./media-kinds.ts";

/** Bytes that tell a file's type: what file-type reads of one, and a jpeg's header with a large thumbnail. */
const HEAD_BYTES = 256 * 1024;

/** Size and first bytes of a file, or why it is not opened. */
export type MediaHead = { bytes: number; head: Uint8Array } | (FileRefusal & { hint: string });

/** Enough of a sample file to judge it. One above the limit of its kind is not opened. */
export async function mediaHead({ file, kind }: MediaUse, folder: string): Promise<MediaHead> {
  const { maxBytes } = MEDIA_RULES[kind];
  const found = await readProjectFile(file, { folder, maxBytes, wanted: HEAD_BYTES });
  if (!("refused" in found)) return { bytes: found.bytes, head: found.content };
  return { ...found, hint: await hintFor(found, file, folder) };
}

async function hintFor({ refused }: FileRefusal, file: string, folder: string): Promise<string> {
  if (refused === "outside") return "Copy it into the project: what a stack file names lies there, also through links.";
  if (refused === "too-large") return "Make it smaller.";
  if (refused !== "missing") return "Name a file that can be read.";
  const near = closest(basename(file), await namesBeside(file, folder));
  return near === undefined
    ? "Paths start at the folder of the stack file that names them."
    : `Did you mean \`${near}\`?`;
}
