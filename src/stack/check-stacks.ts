import { type CheckOptions, inspected, reported, type StackCheck } from "./check-stack.ts";
import type { Inspection } from "./inspect.ts";
import { addOtherClaims } from "./other-stacks.ts";
import { crossClaimFindings } from "./rules/cross-claims.ts";
import { Sources } from "./source/sources.ts";

/**
 * Checks several stack files, and what can only be seen across them: a template or a profile that two of them claim, or
 * one of them and another file of the project's stacks/. Files without `account` are taken as fragments, unless `fragment`
 * says otherwise.
 *
 * @throws StackError `MYCO_STACK_NOT_FOUND`
 */
export async function checkStacks(pathsOrNames: readonly string[], options: CheckOptions = {}): Promise<StackCheck[]> {
  const sources = new Sources();
  const all: { inspection: Inspection; show: (file: string) => string }[] = [];
  const earlier: Inspection[] = [];
  for (const pathOrName of pathsOrNames) {
    const one = await inspected(pathOrName, { fragment: "auto", ...options }, sources);
    const { inspection, show } = one;
    const { claims, path, findings } = inspection;
    if (claims !== undefined && earlier.every((other) => other.path.file !== path.file)) {
      const others = earlier.flatMap((other) => other.claims ?? []);
      for (const finding of crossClaimFindings(claims, others, show)) findings.push(finding);
      earlier.push(inspection);
    }
    all.push(one);
  }
  for (const projectRoot of new Set(all.map(({ inspection }) => inspection.path.projectRoot))) {
    const together = all.filter(({ inspection }) => inspection.path.projectRoot === projectRoot);
    const [first] = together;
    if (first !== undefined)
      await addOtherClaims(
        projectRoot,
        together.map(({ inspection }) => inspection),
        sources,
        first.show,
      );
  }
  return all.map(({ inspection, show }) => reported(inspection, show));
}
