import { randomUUID } from "node:crypto";

export interface MultipartFile {
  field: string;
  fileName: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface MultipartBody {
  contentType: string;
  /** Bytes of the whole body. */
  length: number;
  open(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** `multipart/form-data` (RFC 7578) with one file at its end, streamed. */
export function multipartBody(fields: Readonly<Record<string, string>>, file: MultipartFile): MultipartBody {
  const boundary = `mycobot-${randomUUID()}`;
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
  const before = Object.entries(fields).map(([name, value]) => `${part(`name="${quoted(name)}"`)}${value}\r\n`);
  const fileHead = `name="${quoted(file.field)}"; filename="${quoted(file.fileName)}"\r\nContent-Type: ${file.mimeType}`;
  const start = Buffer.from(before.join("") + part(fileHead));
  const end = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: start.length + file.size + end.length,
    async *open() {
      yield start;
      yield* file.chunks();
      yield end;
    },
  };
}

/** Escapes what would end a quoted name, as browsers do. */
function quoted(name: string): string {
  return name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
}
