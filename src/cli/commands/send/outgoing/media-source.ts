import { basename, resolve } from "node:path";
import type { MediaKind } from "../../../../gateway/index.ts";
import type { DocumentMedia, MediaReference } from "../../../../model/message/index.ts";
import type { Io } from "../../../io.ts";
import type { LocalMedia } from "../../media/local-media.ts";
import type { IdOf } from "./draft.ts";

/** Where the media of a message come from: uploaded before, fetched by WhatsApp, or uploaded first. */
export type MediaSource = { id: string } | { link: string } | { file: LocalMedia };

export function localSource(file: string, kind: MediaKind, io: Io): MediaSource {
  // Whatever WhatsApp takes, it shows as a document too.
  return { file: { kind: kind === "document" ? undefined : kind, file, path: resolve(io.cwd, file) } };
}

/** A source in one word: digits are an id, http and https a link, anything else a file. */
export function sourceOf(word: string, kind: MediaKind, io: Io): MediaSource {
  if (/^\d+$/.test(word)) return { id: word };
  return /^https?:\/\//i.test(word) ? { link: word } : localSource(word, kind, io);
}

export function filesOf(source: MediaSource | undefined): LocalMedia[] {
  return source !== undefined && "file" in source ? [source.file] : [];
}

export function referenceOf(source: MediaSource, idOf: IdOf): MediaReference {
  return "file" in source ? { id: idOf(source.file) } : source;
}

/** Like {@link referenceOf}; a file keeps its name, whose ending decides the icon that the recipient sees. */
export function documentOf(source: MediaSource, idOf: IdOf): DocumentMedia {
  const filename = "file" in source ? { filename: basename(source.file.path) } : {};
  return { ...referenceOf(source, idOf), ...filename };
}
