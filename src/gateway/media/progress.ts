/** The progress of a transfer. */
export interface Progress {
  /** Bytes so far; starts at 0 again for each try. */
  done: number;
  /** Bytes in total; undefined when unknown. */
  total: number | undefined;
}

export type OnProgress = (progress: Progress) => void;

/** The same chunks; reports progress as they are consumed. */
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
