import { type ParsedSource, parseSource } from "./parse-source.ts";
import { type FileRefusal, readProjectFile } from "./project-file.ts";

/** Bytes, of one stack file and of all that it extends. The largest account, 6000 templates, makes about half of that. */
export const MAX_BYTES = 10_000_000;

/** A stack file's text, and what it says; or why it is not read. */
export type Source = (ParsedSource & { text: string; bytes: number }) | FileRefusal | { notUtf8: true };

/** Stack files, each read and parsed once, whatever number of stacks extends it. */
export class Sources {
  readonly #done = new Map<string, Promise<Source>>();

  /** @param folder what the file has to lie in */
  read(file: string, folder: string): Promise<Source> {
    const key = `${folder}\0${file}`;
    const known = this.#done.get(key);
    if (known !== undefined) return known;
    const reading = readSource(file, folder);
    this.#done.set(key, reading);
    return reading;
  }
}

async function readSource(file: string, folder: string): Promise<Source> {
  const found = await readProjectFile(file, { folder, maxBytes: MAX_BYTES - 1 });
  if ("refused" in found) return found;
  const text = decoded(found.content);
  return text === undefined ? { notUtf8: true } : { ...parseSource(text, file), text, bytes: found.bytes };
}

function decoded(bytes: Buffer): string | undefined {
  try {
    // TextDecoder takes a byte order mark away by itself.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
