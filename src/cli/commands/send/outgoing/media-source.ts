import { basename, resolve } from "node:path";
import type { MediaKind } from "../../../../gateway/index.ts";
import type { DocumentMedia, InteractiveHeader, MediaReference } from "../../../../model/message/index.ts";
import type { Io } from "../../../io.ts";
import { UsageError } from "../../../usage-error.ts";
import type { LocalMedia } from "../../media/local-media.ts";

/** The media id of a file: a placeholder until it is uploaded. */
export type IdOf = (file: LocalMedia) => string;

/** The media that a command line specifies: uploaded already, fetched by WhatsApp, or a local file to upload. */
export type CommandMedia = { id: string } | { link: string } | { file: LocalMedia };

function localSource(file: string, kind: MediaKind, io: Io): CommandMedia {
  // WhatsApp accepts every supported type as a document.
  return { file: { kind: kind === "document" ? undefined : kind, file, path: resolve(io.cwd, file) } };
}

/** The source of a media command: its argument, `--id` or `--link`. @throws UsageError */
export function mediaSource(
  kind: MediaKind,
  file: string | undefined,
  { id, link }: { id?: string | undefined; link?: string | undefined },
  io: Io,
): CommandMedia {
  const [first, ...others] = [
    ...(file === undefined ? [] : [localSource(file, kind, io)]),
    ...(id === undefined ? [] : [{ id }]),
    ...(link === undefined ? [] : [{ link }]),
  ];
  if (first !== undefined && others.length === 0) return first;
  throw new UsageError(
    first === undefined ? "No source given." : "More than one source given.",
    "Specify one of: a file, --id, --link.",
  );
}

/** A source in one word: digits are an id, http(s) is a link, anything else is a file. */
function sourceOf(word: string, kind: MediaKind, io: Io): CommandMedia {
  if (/^\d+$/.test(word)) return { id: word };
  return /^https?:\/\//i.test(word) ? { link: word } : localSource(word, kind, io);
}

export function filesOf(source: CommandMedia): LocalMedia[] {
  return "file" in source ? [source.file] : [];
}

export function referenceOf(source: CommandMedia, idOf: IdOf): MediaReference {
  return "file" in source ? { id: idOf(source.file) } : source;
}

/** Like {@link referenceOf}. A local file keeps its name, whose extension determines the icon that the recipient sees. */
function documentOf(source: CommandMedia, idOf: IdOf): DocumentMedia {
  const filename = "file" in source ? { filename: basename(source.file.path) } : {};
  return { ...referenceOf(source, idOf), ...filename };
}

export interface HeaderFlags {
  header?: string | undefined;
  headerImage?: string | undefined;
  headerVideo?: string | undefined;
  headerDocument?: string | undefined;
}

type MediaHeader = Exclude<InteractiveHeader, { type: "text" }>;

/** The header of a message: none, a text, or media. */
export interface HeaderSource {
  text: string | undefined;
  media: ((idOf: IdOf) => MediaHeader) | undefined;
  files: LocalMedia[];
}

function headerFrom(source: CommandMedia, media: NonNullable<HeaderSource["media"]>): HeaderSource {
  return { text: undefined, media, files: filesOf(source) };
}

/** @throws UsageError for more than one header */
export function headerSource({ header, headerImage, headerVideo, headerDocument }: HeaderFlags, io: Io): HeaderSource {
  const given = [header, headerImage, headerVideo, headerDocument].filter((value) => value !== undefined);
  if (given.length > 1) {
    throw new UsageError("More than one header given.", "Specify only one of --header, --header-image and so on.");
  }
  if (headerImage !== undefined) {
    const source = sourceOf(headerImage, "image", io);
    return headerFrom(source, (idOf) => ({ type: "image", image: referenceOf(source, idOf) }));
  }
  if (headerVideo !== undefined) {
    const source = sourceOf(headerVideo, "video", io);
    return headerFrom(source, (idOf) => ({ type: "video", video: referenceOf(source, idOf) }));
  }
  if (headerDocument !== undefined) {
    const source = sourceOf(headerDocument, "document", io);
    return headerFrom(source, (idOf) => ({ type: "document", document: documentOf(source, idOf) }));
  }
  return { text: header, media: undefined, files: [] };
}

/** The header of an interactive message. */
export function headerOf({ text, media }: HeaderSource, idOf: IdOf): InteractiveHeader | string | undefined {
  return media === undefined ? text : media(idOf);
}
