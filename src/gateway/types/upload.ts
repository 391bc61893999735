/** Bytes in memory, or a function that opens them anew for each try, with their length. */
export type UploadSource = Uint8Array | { length: number; open(): AsyncIterable<Uint8Array> };
