import { basename, dirname, resolve } from "node:path";
import { closest } from "../../model/text/index.ts";
import { error, type LocatedFinding } from "../findings.ts";
import { child, itemsOf, type Located, type LocatedMap, type LocatedScalar } from "./located.ts";
import { type ParsedSource, parseSource } from "./parse-source.ts";
import { type FileRefusal, readProjectFile, siblingNames } from "./project-file.ts";

/** Limit in bytes of a stack file together with all files it extends. The largest account, 6000 templates, needs about half. */
const MAX_BYTES = 10_000_000;

/** What the name of a stack file ends in. */
export const STACK_FILE: RegExp = /\.ya?ml$/;

/** The text and content of a stack file, or why it is not read. */
type Source = (ParsedSource & { text: string; bytes: number }) | FileRefusal | { notUtf8: true };

/** Stack files by path. Each is read and parsed once, however many stacks extend it. */
export class Sources {
  readonly #done = new Map<string, Promise<Source>>();
  readonly #edited: ReadonlyMap<string, string>;

  /** @param edited the texts of files, by absolute path, that replace those on disk */
  constructor(edited: ReadonlyMap<string, string> = new Map()) {
    this.#edited = edited;
  }

  /** @param folder the folder that must contain the file */
  read(file: string, folder: string): Promise<Source> {
    const key = `${folder}\0${file}`;
    const known = this.#done.get(key);
    if (known !== undefined) return known;
    const text = this.#edited.get(file);
    const reading = text === undefined ? readSource(file, folder) : Promise.resolve(sourceOf(text, file));
    this.#done.set(key, reading);
    return reading;
  }

  /** The text of a file that is not written yet. */
  set(file: string, folder: string, text: string): void {
    const source = { ...parseSource(text, file), text, bytes: Buffer.byteLength(text) };
    this.#done.set(`${folder}\0${file}`, Promise.resolve(source));
  }
}

async function readSource(file: string, folder: string): Promise<Source> {
  const found = await readProjectFile(file, { folder, maxBytes: MAX_BYTES - 1 });
  if ("refused" in found) return found;
  const text = decoded(found.content);
  return text === undefined ? { notUtf8: true } : { ...sourceOf(text, file), bytes: found.bytes };
}

function sourceOf(text: string, file: string): ParsedSource & { text: string; bytes: number } {
  return { ...parseSource(text, file), text, bytes: Buffer.byteLength(text) };
}

function decoded(bytes: Buffer): string | undefined {
  try {
    // TextDecoder removes a byte order mark.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A stack file and the files that it extends. */
export interface StackFile {
  /** Its own content, without `extends`. */
  own: LocatedMap;
  /** In the order of `extends`. Unreadable files are omitted. */
  bases: StackFile[];
}

export interface FilesRead {
  /** Absent if the file itself cannot be read. */
  root?: StackFile;
  findings: LocatedFinding[];
  /** Whether a file could not be read: keys that seem to be missing may be in it. */
  incomplete: boolean;
  /** The text of each file that was read, by absolute path. */
  texts: ReadonlyMap<string, string>;
}

/**
 * Reads `file` and the files that it extends. A file that does not exist or must not be read is a finding at the `extends`
 * that names it.
 *
 * @param folder the folder that must contain all of these files
 */
export async function readFiles(file: string, folder: string, sources: Sources): Promise<FilesRead> {
  const reading: Reading = {
    folder,
    sources,
    findings: [],
    done: new Map(),
    texts: new Map(),
    bytes: 0,
    incomplete: false,
  };
  const root = await read(file, undefined, [], reading);
  const { findings, texts, incomplete } = reading;
  return { findings, texts, incomplete, ...(root === undefined ? {} : { root }) };
}

interface Reading {
  folder: string;
  sources: Sources;
  findings: LocatedFinding[];
  /** By absolute path: a file that several files extend is read once. */
  done: Map<string, StackFile | undefined>;
  texts: Map<string, string>;
  bytes: number;
  incomplete: boolean;
}

async function read(
  file: string,
  from: LocatedScalar | undefined,
  chain: readonly string[],
  reading: Reading,
): Promise<StackFile | undefined> {
  if (chain.includes(file)) {
    reading.findings.push(cycle([...chain.slice(chain.indexOf(file)), file], from, file));
    return undefined;
  }
  if (reading.done.has(file)) return reading.done.get(file);
  const source = await reading.sources.read(file, reading.folder);
  let found: StackFile | undefined;
  if ("text" in source && reading.bytes + source.bytes < MAX_BYTES) {
    reading.bytes += source.bytes;
    reading.texts.set(file, source.text);
    for (const finding of source.findings) reading.findings.push(finding);
    if (source.tree !== undefined) found = await withBases(source.tree, file, [...chain, file], reading);
  } else {
    reading.findings.push(await refused(source, file, from, reading.folder));
  }
  if (found === undefined) reading.incomplete = true;
  reading.done.set(file, found);
  return found;
}

async function withBases(
  tree: LocatedMap,
  file: string,
  chain: readonly string[],
  reading: Reading,
): Promise<StackFile> {
  const bases: StackFile[] = [];
  for (const name of namesOf(child(tree, "extends"), reading)) {
    const base = await read(resolve(dirname(file), String(name.value)), name, chain, reading);
    if (base !== undefined) bases.push(base);
  }
  const entries = new Map(tree.entries);
  entries.delete("extends");
  return { own: { ...tree, entries }, bases };
}

function namesOf(node: Located | undefined, reading: Reading): LocatedScalar[] {
  if (node === undefined) return [];
  const names = node.kind === "list" ? itemsOf(node) : [node];
  return names.filter((name): name is LocatedScalar => {
    if (name.kind === "scalar" && typeof name.value === "string" && name.value !== "") return true;
    if (name.kind === "scalar" && name.value === null && node === name) return false;
    const hint = "Write `extends: base.yaml` or `extends: [base.yaml, more.yaml]`.";
    reading.findings.push(
      error({ code: "wrong-type", at: name.position, message: "`extends` takes a file or a list of files", hint }),
    );
    return false;
  });
}

function cycle(chain: readonly string[], from: LocatedScalar | undefined, file: string): LocatedFinding {
  return error({
    code: "extends-cycle",
    at: from?.position ?? { file, line: 1, column: 1 },
    message: `these files extend each other: ${chain.map((one) => basename(one)).join(" → ")}`,
    hint: "Remove one `extends`.",
  });
}

/** Why a file is not read, at the `extends` that names it. */
async function refused(
  source: Source,
  file: string,
  from: LocatedScalar | undefined,
  folder: string,
): Promise<LocatedFinding> {
  const start = { file, line: 1, column: 1 };
  const at = from?.position ?? start;
  const name = from === undefined ? "the file" : `\`${String(from.value)}\``;
  if ("text" in source) {
    const message = `with ${name}, the files of this stack reach the limit of ${MAX_BYTES} bytes`;
    return error({ code: "file-too-large", at, message, hint: "Extend fewer or smaller files." });
  }
  if ("notUtf8" in source)
    return error({ code: "not-utf-8", at: start, message: "the file is not UTF-8 text", hint: "Save it as UTF-8." });
  switch (source.refused) {
    case "missing":
      return missing(file, from, folder);
    case "outside":
      return error({
        code: "outside-project",
        at,
        message: `${name} ${source.reason}`,
        hint: "Copy it into the project: a stack file and the files that it extends must be in one project, also through links.",
      });
    case "not-a-file":
      return error({ code: "not-a-file", at, message: `${name} ${source.reason}`, hint: "Name a .yaml file." });
    case "too-large": {
      const message = `${name} ${source.reason}; a stack file must be smaller than ${MAX_BYTES}`;
      const hint = "Check that this is a stack file; if so, split it.";
      return error({ code: "file-too-large", at, message, hint });
    }
    case "unreadable": {
      const hint = "Check the path and its permissions.";
      return error({ code: "file-unreadable", at, message: `${name} ${source.reason}`, hint });
    }
  }
}

async function missing(file: string, from: LocatedScalar | undefined, folder: string): Promise<LocatedFinding> {
  const files = (await siblingNames(file, folder)).filter((name) => STACK_FILE.test(name));
  const near = closest(basename(file), files) ?? files.find((name) => name.replace(STACK_FILE, "") === basename(file));
  const named = from === undefined ? basename(file) : String(from.value);
  return error({
    code: "file-missing",
    at: from?.position ?? { file, line: 1, column: 1 },
    message: `file \`${named}\` does not exist in ${dirname(file)}`,
    hint:
      near === undefined
        ? "Paths in `extends` are relative to the file that contains them."
        : `Did you mean \`${near}\`?`,
  });
}
