import { readdir } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { closest } from "../../model/text/index.ts";
import { error, type Finding } from "../source/finding.ts";
import { child, itemsOf, type Located, type LocatedMap, type LocatedScalar } from "../source/located.ts";
import { parseSource } from "../source/parse-source.ts";
import { readSource } from "../source/read-source.ts";
import { merge } from "./merge.ts";

/** A stack file laid on all that it extends, nulls still in it. */
export interface LoadedTree {
  tree?: LocatedMap;
  findings: Finding[];
}

/** Reads `file` and what it extends. A file that does not exist is a finding at the `extends` that names it. */
export async function loadTree(file: string): Promise<LoadedTree> {
  const loading: Loading = { findings: [], done: new Map() };
  const tree = await load(file, undefined, [], loading);
  return { findings: loading.findings, ...(tree === undefined ? {} : { tree }) };
}

interface Loading {
  findings: Finding[];
  /** By absolute path: a file that several files extend is read once. */
  done: Map<string, LocatedMap | undefined>;
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
  const source = await readSource(file);
  let tree: LocatedMap | undefined;
  if ("text" in source) {
    const parsed = parseSource(source.text, file);
    for (const finding of parsed.findings) loading.findings.push(finding);
    if (parsed.tree !== undefined) tree = await extended(parsed.tree, file, [...chain, file], loading);
  } else {
    loading.findings.push("missing" in source ? await missing(file, from) : source.finding);
  }
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

async function missing(file: string, from: LocatedScalar | undefined): Promise<Finding> {
  const folder = dirname(file);
  const beside = await readdir(folder).catch(() => []);
  const files = beside.filter((name) => /\.ya?ml$/.test(name));
  const near = closest(basename(file), files) ?? files.find((name) => name.replace(/\.ya?ml$/, "") === basename(file));
  const named = from === undefined ? basename(file) : String(from.value);
  return error({
    code: "file-missing",
    at: from?.place ?? { file, line: 1, column: 1 },
    message: `there is no file \`${named}\` in ${folder}`,
    hint:
      near === undefined
        ? "Paths in `extends` start at the folder of the file they stand in."
        : `Did you mean \`${near}\`?`,
  });
}
