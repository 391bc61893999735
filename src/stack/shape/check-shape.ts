import { stackFile } from "../schema/stack-file.ts";
import { isScalar, type Located, type LocatedMap } from "../source/located.ts";
import { plain } from "../source/plain.ts";
import { find, pointerOf } from "../source/pointer.ts";
import { numericIds } from "./numeric-ids.ts";
import { type ShapeFinding, shapeFindings } from "./shape-finding.ts";

/** What is wrong with the keys and types of a merged file. In a fragment, keys may be missing: other files have them. */
export function checkShape(tree: LocatedMap, fragment: boolean): ShapeFinding[] {
  const first = stackFile.safeParse(plain(tree));
  const settled = first.success
    ? first
    : settleTypes(
          tree,
          first.error.issues.map((issue) => issue.path),
        )
      ? stackFile.safeParse(plain(tree))
      : first;
  const issues = settled.success ? [] : settled.error.issues;
  const findings = withoutEchoes(issues.flatMap((issue) => shapeFindings(issue, tree, stackFile)));
  const known = findings.filter(({ path, finding }) => finding.code === "unknown-key" || !isUnresolved(tree, path));
  const kept = fragment ? known.filter(({ finding }) => finding.code !== "missing-key") : known;
  return [...kept, ...numericIds(tree)];
}

/** A text with a `${…}` that has no value here: nobody knows what it will be. */
function isUnresolved(tree: LocatedMap, path: readonly PropertyKey[]): boolean {
  const { node, complete } = find(tree, path);
  return complete && isScalar(node) && node.unresolved === true;
}

/** An unknown key; one that is taken for a field of WhatsApp's is a warning, and nothing else. */
export function isMisspelt({ finding }: ShapeFinding): boolean {
  return finding.code === "unknown-key" && finding.severity === "error";
}

/** A map with a misspelt key also lacks the right one: told once. */
function withoutEchoes(findings: readonly ShapeFinding[]): ShapeFinding[] {
  const misspelt = new Set(findings.filter(isMisspelt).map(({ path }) => pointerOf(path.slice(0, -1))));
  return findings.filter(({ path, finding }) => {
    const map = finding.code === "missing-key" ? path.slice(0, -1) : path;
    return finding.code === "unknown-key" || !misspelt.has(pointerOf(map));
  });
}

/**
 * `protect: ${protect}` is text after interpolation. Where text does not fit and the reference is all there is, the value
 * takes back the type that it has under `values`.
 */
function settleTypes(tree: LocatedMap, paths: readonly (readonly PropertyKey[])[]): boolean {
  let changed = false;
  for (const path of paths) {
    const { node, complete } = find(tree, path);
    if (complete && settle(node)) changed = true;
  }
  return changed;
}

function settle(node: Located): boolean {
  if (node.kind !== "scalar" || node.typed === undefined) return false;
  node.value = node.typed;
  delete node.typed;
  return true;
}
