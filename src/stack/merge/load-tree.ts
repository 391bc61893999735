import { basename, dirname, resolve } from "node:path";
import { closest } from "../../model/text/index.ts";
import { error, type Finding } from "../source/finding.ts";
import { child, itemsOf, type Located, type LocatedMap, type LocatedScalar } from "../source/located.ts";
import { namesBeside } from "../source/project-file.ts";
import { MAX_BYTES, type Source, type Sources } from "../source/sources.ts";
import { merge } from "./merge.ts";

/** A stack file laid on all that it extends, nulls still in it. */
export interface LoadedTree {
  tree?: LocatedMap;
  findings: Finding[];
  /** Whether a file is missing from the tree: what is missing may be in it. */
  incomplete: boolean;
  /** The files that were read, by absolute path. */
  texts: ReadonlyMap<string, string>;
}

/**
 * Reads `file` and what it extends. A file that does not exist, or is not to be read, is a finding at the `extends` that
 * names it.
 *
 * @param folder what all of these files have to lie in
 */
export async function loadTree(file: string, folder: string, sources: Sources): Promise<LoadedTree> {
  const loading: Loading = {
    folder,
    sources,
    findings: [],
    done: new Map(),
    texts: new Map(),
    bytes: 0,
    incomplete: false,
  };
  const tree = await load(file, undefined, [], loading);
  const { findings, texts, incomplete } = loading;
  return { findings, texts, incomplete, ...(tree === undefined ? {} : { tree }) };
}

interface Loading {
  folder: string;
  sources: Sources;
  findings: Finding[];
  /** By absolute path: a file that several files extend is read once. */
  done: Map<string, LocatedMap | undefined>;
  texts: Map<string, string>;
  bytes: number;
  incomplete: boolean;
}

async function load(
  file: string,
  from: LocatedScalar | undefined,
  chain: readonly string[],
  loading: Loading,
): Promise<LocatedMap | undefined> {
  if (chain.includes(file)) {
    loading.findings.push(cycle([...chain.slice(chain.indexOf(file)), file], from, file));
    return undefined;
  }
  if (loading.done.has(file)) return loading.done.get(file);
  const source = await loading.sources.read(file, loading.folder);
  let tree: LocatedMap | undefined;
  if ("text" in source && loading.bytes + source.bytes < MAX_BYTES) {
    loading.bytes += source.bytes;
    loading.texts.set(file, source.text);
    for (const finding of source.findings) loading.findings.push(finding);
    if (source.tree !== undefined) tree = await extended(source.tree, file, [...chain, file], loading);
  } else {
    loading.findings.push(await refused(source, file, from, loading.folder));
  }
  if (tree === undefined) loading.incomplete = true;
  loading.done.set(file, tree);
  return tree;
}

/** Bases from left to right, the file itself last: the outermost wins. */
async function extended(
  own: LocatedMap,
  file: string,
  chain: readonly string[],
  loading: Loading,
): Promise<LocatedMap> {
  let base: LocatedMap | undefined;
  for (const name of namesOf(child(own, "extends"), loading)) {
    const tree = await load(resolve(dirname(file), String(name.value)), name, chain, loading);
    if (tree !== undefined) base = base === undefined ? tree : merge(base, tree);
  }
  const entries = new Map(own.entries);
  entries.delete("extends");
  const rest: LocatedMap = { ...own, entries };
  return base === undefined ? rest : merge(base, rest);
}

function namesOf(node: Located | undefined, loading: Loading): LocatedScalar[] {
  if (node === undefined) return [];
  const names = node.kind === "list" ? itemsOf(node) : [node];
  return names.filter((name): name is LocatedScalar => {
    if (name.kind === "scalar" && typeof name.value === "string" && name.value !== "") return true;
    if (name.kind === "scalar" && name.value === null && node === name) return false;
    const hint = "Write `extends: base.yaml` or `extends: [base.yaml, more.yaml]`.";
    loading.findings.push(
      error({ code: "wrong-type", at: name.place, message: "`extends` takes a file or a list of files", hint }),
    );
    return false;
  });
}

function cycle(chain: readonly string[], from: LocatedScalar | undefined, file: string): Finding {
  return error({
    code: "extends-cycle",
    at: from?.place ?? { file, line: 1, column: 1 },
    message: `these files extend each other: ${chain.map((one) => basename(one)).join(" → ")}`,
    hint: "Take one `extends` out.",
  });
}

/** Why a file is not part of the stack, at the `extends` that names it. */
async function refused(
  source: Source,
  file: string,
  from: LocatedScalar | undefined,
  folder: string,
): Promise<Finding> {
  const start = { file, line: 1, column: 1 };
  const at = from?.place ?? start;
  const name = from === undefined ? "the file" : `\`${String(from.value)}\``;
  if ("text" in source) {
    const message = `with ${name}, this stack is made of ${MAX_BYTES} bytes or more`;
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
        hint: "Copy it into the project: a stack file and what it extends lie in one project, also through links.",
      });
    case "not-a-file":
      return error({ code: "not-a-file", at, message: `${name} ${source.reason}`, hint: "Name a .yaml file." });
    case "too-large": {
      const message = `${name} ${source.reason}; a stack file has less than ${MAX_BYTES}`;
      const hint = "Check that this is a stack file; if so, split it.";
      return error({ code: "file-too-large", at, message, hint });
    }
    case "unreadable": {
      const hint = "Check the path and its permissions.";
      return error({ code: "file-unreadable", at, message: `${name} ${source.reason}`, hint });
    }
  }
}

async function missing(file: string, from: LocatedScalar | undefined, folder: string): Promise<Finding> {
  const files = (await namesBeside(file, folder)).filter((name) => /\.ya?ml$/.test(name));
  const near = closest(basename(file), files) ?? files.find((name) => name.replace(/\.ya?ml$/, "") === basename(file));
  const named = from === undefined ? basename(file) : String(from.value);
  return error({
    code: "file-missing",
    at: from?.place ?? { file, line: 1, column: 1 },
    message: `there is no file \`${named}\` in ${dirname(file)}`,
    hint:
      near === undefined
        ? "Paths in `extends` start at the folder of the file they stand in."
        : `Did you mean \`${near}\`?`,
  });
}
