import { phoneNumberIdFindings } from "../sections/profiles.ts";
import { stackFile } from "../sections/stack-file.ts";
import { isScalar, type Located, type LocatedMap, plain } from "../source/located.ts";
import { find, pointerOf } from "../source/pointer.ts";
import { isMisspelt, Shape, type ShapeFinding } from "./shape.ts";
import { shapeFindings } from "./shape-findings.ts";

/** Checks the keys and types of a merged file. A fragment may lack keys: other files have them. */
export function checkShape(tree: LocatedMap, fragment: boolean): Shape {
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
  return new Shape([...kept, ...phoneNumberIdFindings(tree)]);
}

/** A text with a `${…}` that has no value in this file: its final text is not known. */
function isUnresolved(tree: LocatedMap, path: readonly PropertyKey[]): boolean {
  const { node, complete } = find(tree, path);
  return complete && isScalar(node) && node.unresolved === true;
}

/** Without the missing keys of maps that have a misspelt key: one mistake, one finding. */
function withoutEchoes(findings: readonly ShapeFinding[]): ShapeFinding[] {
  const misspelt = new Set(findings.filter(isMisspelt).map(({ path }) => pointerOf(path.slice(0, -1))));
  return findings.filter(({ path, finding }) => {
    const map = finding.code === "missing-key" ? path.slice(0, -1) : path;
    return finding.code === "unknown-key" || !misspelt.has(pointerOf(map));
  });
}

/**
 * `protect: ${protect}` is text after interpolation. If text has the wrong type and the value is a single reference, it gets
 * the type that it has under `values`.
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
