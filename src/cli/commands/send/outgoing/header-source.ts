import type { InteractiveHeader } from "../../../../model/message/index.ts";
import type { Io } from "../../../io.ts";
import { UsageError } from "../../../usage-error.ts";
import type { LocalMedia } from "../../media/local-media.ts";
import type { IdOf } from "./draft.ts";
import { documentOf, filesOf, type MediaSource, referenceOf, sourceOf } from "./media-source.ts";

export interface HeaderFlags {
  header?: string | undefined;
  headerImage?: string | undefined;
  headerVideo?: string | undefined;
  headerDocument?: string | undefined;
}

type MediaHeader = Exclude<InteractiveHeader, { type: "text" }>;

/** What stands above a message: nothing, a text, or media that may have to be uploaded first. */
export interface HeaderSource {
  text: string | undefined;
  media: ((idOf: IdOf) => MediaHeader) | undefined;
  files: LocalMedia[];
}

function headerFrom(source: MediaSource, media: NonNullable<HeaderSource["media"]>): HeaderSource {
  return { text: undefined, media, files: filesOf(source) };
}

/** @throws UsageError for more than one header */
export function headerSource({ header, headerImage, headerVideo, headerDocument }: HeaderFlags, io: Io): HeaderSource {
  const given = [header, headerImage, headerVideo, headerDocument].filter((value) => value !== undefined);
  if (given.length > 1) {
    throw new UsageError("A message has one header.", "Give one of --header, --header-image and so on.");
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

/** The header as an interactive message takes it. */
export function headerOf({ text, media }: HeaderSource, idOf: IdOf): InteractiveHeader | string | undefined {
  return media === undefined ? text : media(idOf);
}
