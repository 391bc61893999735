import { basename } from "node:path";
import { mediaTypeOf, readMediaFile } from "./media-file.ts";
import type { ProviderRuntime } from "./runtime.ts";

export interface UploadPlace {
  /** Meta app id; without it, the app that the connection belongs to. */
  app: string | undefined;
  connection: string;
  runtime: ProviderRuntime;
}

/**
 * The upload handle (`4::…`) of a media file. A file is uploaded once per run, app and connection, whoever needs it:
 * a handle belongs to the app and to the person who granted the connection.
 *
 * WhatsApp takes samples and pictures only as handles of the resumable upload, and never gives one back.
 */
export function uploadMediaFile(file: string, { app, connection, runtime }: UploadPlace): Promise<string> {
  return runtime.uploads.once(`${connection}:${app ?? ""}:${file}`, async () => {
    const source = await readMediaFile(file);
    const mimeType = await mediaTypeOf(file, source);
    const call = { connection, fileName: basename(file), mimeType, source };
    return runtime.gateway().uploads.upload(app === undefined ? call : { ...call, appId: app });
  });
}
