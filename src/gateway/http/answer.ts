/** A complete response. */
export interface Answer {
  status: number;
  headers: AnswerHeaders;
  /** Undefined when it was larger than {@link MAX_BODY_BYTES}. */
  text: string | undefined;
}

/** Names in lower case; the first value of a repeated header. */
export type AnswerHeaders = Readonly<Record<string, string | undefined>>;

export function answerHeaders(headers: Record<string, string | string[] | undefined>): AnswerHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value[0] : value]),
  );
}

/** A list of 1000 large templates takes about 3 MB. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** The input of {@link readBody}: undici's response body. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
  destroy(): unknown;
}

/** The body as text; undefined when it is larger than `maxBytes`. */
export async function readBody(body: BodyStream, maxBytes: number = MAX_BODY_BYTES): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) {
      body.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  // Not Buffer.toString, which keeps a byte order mark: the text would not be valid JSON.
  return new TextDecoder().decode(Buffer.concat(chunks));
}
