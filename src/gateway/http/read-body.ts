/** A list of 1000 large templates has about 3 MB. */
export const LARGEST_BODY = 32 * 1024 * 1024;

/** What {@link readBody} reads from: undici's response body. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
  destroy(): unknown;
}

/** The body as text; undefined when it is larger than {@link LARGEST_BODY}. */
export async function readBody(body: BodyStream, largest: number = LARGEST_BODY): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largest) {
      body.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  // Not Buffer.toString, which keeps a byte order mark: no JSON then.
  return new TextDecoder().decode(Buffer.concat(chunks));
}
