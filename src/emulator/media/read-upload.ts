import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import type { EmulatorContext } from "../http-env.ts";
import { UPLOAD_BYTES } from "../tables/media-types.ts";

/** A file of a multipart upload. */
export interface UploadedFile {
  bytes: Buffer;
  /** The part's own content type; the field `type` does not replace it. */
  type: string;
  name: string;
}

export interface Upload {
  product: string | undefined;
  file: UploadedFile;
}

export const fileTooLarge = (most: string): GraphError =>
  new GraphError({
    message: "(#100) Invalid parameter",
    code: 100,
    data: {
      messaging_product: "whatsapp",
      details: `Media file size too big. Max file size we currently support: ${most}.`,
    },
  });

/** The body, as long as it is no longer than an upload may be. The rest of a longer one is read and dropped. */
const boundedBody = async (c: EmulatorContext): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size <= UPLOAD_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > UPLOAD_BYTES) throw fileTooLarge("100MB");
  return Buffer.concat(chunks);
};

const parseForm = async (bytes: Buffer, type: string): Promise<FormData> => {
  try {
    return await new Response(Uint8Array.from(bytes), { headers: { "content-type": type } }).formData();
  } catch {
    throw invalidParameter("The request body is not a valid multipart form.");
  }
};

/** Reads `messaging_product` and `file` of a multipart request. */
export const readUpload = async (c: EmulatorContext): Promise<Upload> => {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw missingParameter("messaging_product");
  const form = await parseForm(await boundedBody(c), type);
  const product = form.get("messaging_product");
  const file = form.get("file");
  if (file === null || typeof file === "string") throw missingParameter("file");
  return {
    product: typeof product === "string" ? product : undefined,
    file: { bytes: Buffer.from(await file.arrayBuffer()), type: file.type, name: file.name },
  };
};
