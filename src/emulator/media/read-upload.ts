import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import type { RequestContext } from "../http-env.ts";

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

/** A file above the limit of its kind; 413 when it is not even read. */
export function fileTooLarge(most: string, status: 400 | 413 = 400): GraphError {
  return new GraphError({
    status,
    message: "(#100) Invalid parameter",
    code: 100,
    data: {
      messaging_product: "whatsapp",
      details: `Media file size too big. Max file size we currently support: ${most}.`,
    },
  });
}

async function parseForm(bytes: ArrayBuffer, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw invalidParameter("The request body is not a valid multipart form.");
  }
}

/** Reads `messaging_product` and `file` of a multipart request. */
export async function readUpload(c: RequestContext): Promise<Upload> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw missingParameter("messaging_product");
  const form = await parseForm(await c.req.arrayBuffer(), type);
  const product = form.get("messaging_product");
  const file = form.get("file");
  if (file === null || typeof file === "string") throw missingParameter("file");
  return {
    product: typeof product === "string" ? product : undefined,
    file: { bytes: Buffer.from(await file.arrayBuffer()), type: file.type, name: file.name },
  };
}
