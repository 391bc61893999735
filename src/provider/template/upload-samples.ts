import { basename } from "node:path";
import { MycobotError } from "../../errors/index.ts";
import { type MediaFile, mediaFilesOf, replaceMediaFiles, type TemplateBody } from "../../model/template/index.ts";
import { mediaTypeOf, readMediaFile } from "../media-file.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { labelOf, type TemplateInputs } from "./state.ts";

/**
 * The body with an upload handle in place of each media file.
 *
 * WhatsApp takes samples only as handles of the resumable upload, and never gives one back: every request that carries
 * a media header needs a fresh upload. One file is uploaded once per run.
 */
export async function withUploadedSamples(
  body: TemplateBody,
  inputs: TemplateInputs,
  connection: string,
  runtime: ProviderRuntime,
): Promise<TemplateBody> {
  const files = mediaFilesOf(body).map(({ media }) => media.file);
  if (files.length === 0) return body;
  const { app } = inputs;
  if (app === undefined) {
    throw new MycobotError(
      "MYCO_USAGE",
      `${labelOf(inputs)} has a media header, and a Meta app id is needed to upload its sample ${files[0]}`,
      {
        hint: 'Set account.app in the stack file, or give a ready handle: header: { image: { handle: "4::…" } }.',
      },
    );
  }
  const handles = new Map<string, string>();
  for (const file of new Set(files))
    handles.set(file, await runtime.uploads.once(`${app}:${file}`, () => upload(file, app, connection, runtime)));
  return replaceMediaFiles(body, (media: MediaFile) => handles.get(media.file) ?? media);
}

async function upload(file: string, app: string, connection: string, runtime: ProviderRuntime): Promise<string> {
  const bytes = await readMediaFile(file);
  return runtime
    .gateway()
    .uploads.upload(app, { bytes, fileName: basename(file), mimeType: await mediaTypeOf(file, bytes) }, { connection });
}
