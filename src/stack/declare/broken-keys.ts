import type { ShapeFinding } from "../shape/shape-finding.ts";
import type { Path } from "../source/pointer.ts";

/** The keys directly under `path` whose values have a wrong shape. An unknown key there breaks nothing else. */
export function brokenKeys(path: Path, findings: readonly ShapeFinding[]): ReadonlySet<string> {
  const below = findings.filter(
    ({ path: at, finding }) =>
      at.length > path.length &&
      path.every((segment, index) => segment === at[index]) &&
      !(finding.code === "unknown-key" && at.length === path.length + 1),
  );
  return new Set(below.map(({ path: at }) => String(at[path.length])));
}
