import { type MediaFile, mediaFilesOf, replaceMediaFiles, type TemplateBody } from "../../model/template/index.ts";
import { type UploadPlace, uploadMediaFile } from "../upload.ts";

/** The body with an upload handle in place of each media file: every request that carries a media header needs one. */
export async function withUploadedSamples(body: TemplateBody, place: UploadPlace): Promise<TemplateBody> {
  const handles = new Map<string, string>();
  for (const { media } of mediaFilesOf(body)) handles.set(media.file, await uploadMediaFile(media.file, place));
  return replaceMediaFiles(body, (media: MediaFile) => handles.get(media.file) ?? media);
}
