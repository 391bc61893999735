import { Busboy } from "@fastify/busboy";
import { invalidParameter } from "./errors.ts";

/** A part of a multipart form. */
export interface Part {
  name: string;
  /** Undefined for a field that is no file. */
  fileName: string | undefined;
  /** The part's own content type; "text/plain" without one (RFC 7578). */
  type: string;
  bytes: Buffer;
}

export function isMultipart(contentType: string): boolean {
  return /^\s*multipart\/form-data\s*(;|$)/i.test(contentType);
}

/** The size of a form is limited before it is read. */
const LIMITS = { fieldSize: Number.POSITIVE_INFINITY, fieldNameSize: 1024 };

/** The parts of a multipart form: parameters in any order, quoted or not, in any letter case. */
export async function multipartParts(bytes: Buffer, contentType: string): Promise<Part[]> {
  const parts: Part[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const form = new Busboy({ headers: { "content-type": contentType }, limits: LIMITS, preservePath: true });
      form.on("field", (name, value, _1, _2, _3, type) => {
        parts.push({ name, fileName: undefined, type, bytes: Buffer.from(value) });
      });
      form.on("file", (name, stream, fileName, _, type) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => parts.push({ name, fileName, type, bytes: Buffer.concat(chunks) }));
        stream.on("error", reject);
      });
      form.on("finish", resolve).on("error", reject);
      form.end(bytes);
    });
  } catch {
    throw invalidParameter("The request body is not a valid multipart form.");
  }
  return parts;
}
