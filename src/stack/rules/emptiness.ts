import { error, type Finding } from "../source/finding.ts";
import type { LocatedMap } from "../source/located.ts";

/** A file without templates would delete all that the stack has: only on purpose. */
export function emptinessFindings(tree: LocatedMap, count: number, allowEmpty: boolean): Finding[] {
  if (count > 0 || allowEmpty) return [];
  return [
    error({
      code: "no-templates",
      at: tree.entries.get("templates")?.keyPlace ?? tree.place,
      message: "the stack declares no template: applied, it would delete those it has",
      hint: "Declare templates, or say `settings: { allowEmpty: true }` when none are wanted.",
    }),
  ];
}
