/** How far a transfer has come. */
export interface Progress {
  /** Bytes so far; begins anew with each try. */
  done: number;
  /** Bytes in all; undefined when nobody said. */
  total: number | undefined;
}

export type OnProgress = (progress: Progress) => void;

/** The same chunks, counted as they are taken. */
export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  total: number | undefined,
  onProgress: OnProgress | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let done = 0;
  for await (const chunk of chunks) {
    yield chunk;
    done += chunk.length;
    onProgress?.({ done, total });
  }
}
