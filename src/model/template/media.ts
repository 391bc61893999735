import { isObject, pointer } from "../text/index.ts";
import type { MediaFile, TemplateBody } from "./types.ts";

interface FoundMedia {
  /** JSON pointer into the body. */
  pointer: string;
  media: MediaFile;
  /** The format of its header, as written. */
  format: string;
}

/** Samples that are files of the project; those of cards, too. */
export function mediaFilesOf(body: TemplateBody): FoundMedia[] {
  const found: FoundMedia[] = [];
  mapMediaFiles({ pointer: "", format: "" }, body, (media, place) => {
    found.push({ ...place, media });
    return media;
  });
  return found;
}

/** A copy of the body with every file replaced: by its upload handle for a request, or by the file and its hash. */
export function replaceMediaFiles(body: TemplateBody, replace: (media: MediaFile) => string | MediaFile): TemplateBody {
  return mapMediaFiles({ pointer: "", format: "" }, body, replace) as TemplateBody; // the same body except for its files
}

export function isMediaFile(value: unknown): value is MediaFile {
  return isObject(value) && typeof value.file === "string";
}

interface Place {
  pointer: string;
  format: string;
}

type Replace = (media: MediaFile, place: Place) => unknown;

function within(place: Place, key: string | number): Place {
  return { ...place, pointer: pointer(place.pointer, key) };
}

function mapMediaFiles(place: Place, value: unknown, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map((item, at) => mapMediaFiles(within(place, at), item, replace));
  if (!isObject(value)) return value;
  const here = typeof value.format === "string" ? { ...place, format: value.format } : place;
  const entries = Object.entries(value).map(([name, field]): [string, unknown] => {
    const map = name === "header_handle" ? mapHandle : mapMediaFiles;
    return [name, map(within(here, name), field, replace)];
  });
  return Object.fromEntries(entries);
}

function mapHandle(place: Place, value: unknown, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map((item, at) => mapHandle(within(place, at), item, replace));
  return isMediaFile(value) ? replace(value, place) : value;
}
