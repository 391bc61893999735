import { isObject, pointer } from "../text/index.ts";
import type { MediaFile, TemplateBody } from "./types.ts";

/** Samples that are files of the project, each with its JSON pointer into `body`; those of cards, too. */
export function mediaFilesOf(body: TemplateBody): { pointer: string; media: MediaFile }[] {
  const found: { pointer: string; media: MediaFile }[] = [];
  mapMediaFiles("", body, (media, pointer) => {
    found.push({ pointer, media });
    return media;
  });
  return found;
}

/** A copy of the body with every file replaced: by its upload handle for a request, or by the file and its hash. */
export function replaceMediaFiles(body: TemplateBody, replace: (media: MediaFile) => string | MediaFile): TemplateBody {
  return mapMediaFiles("", body, replace) as TemplateBody; // the same body except for its files
}

export function isMediaFile(value: unknown): value is MediaFile {
  return isObject(value) && typeof value.file === "string";
}

type Replace = (media: MediaFile, pointer: string) => unknown;

function mapMediaFiles(path: string, value: unknown, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map((item, at) => mapMediaFiles(pointer(path, at), item, replace));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, field]): [string, unknown] => {
    const here = pointer(path, name);
    return [name, name === "header_handle" ? mapHandle(here, field, replace) : mapMediaFiles(here, field, replace)];
  });
  return Object.fromEntries(entries);
}

function mapHandle(path: string, value: unknown, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map((item, at) => mapHandle(pointer(path, at), item, replace));
  return isMediaFile(value) ? replace(value, path) : value;
}
