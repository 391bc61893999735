import { type CheckOptions, inspected, reported, type StackCheck } from "./check-stack.ts";
import type { Inspection } from "./inspect.ts";
import { crossClaimFindings } from "./rules/cross-claims.ts";

/**
 * Checks several stack files, and what can only be seen across them: two that claim one template, or one profile with
 * different fields. Files without `account` are taken as fragments, unless `fragment` says otherwise.
 *
 * @throws StackError `MYCO_STACK_NOT_FOUND`
 */
export async function checkStacks(pathsOrNames: readonly string[], options: CheckOptions = {}): Promise<StackCheck[]> {
  const checks: StackCheck[] = [];
  const earlier: Inspection[] = [];
  for (const pathOrName of pathsOrNames) {
    const { inspection, show } = await inspected(pathOrName, { fragment: "auto", ...options });
    if (!inspection.fragment && earlier.every(({ path }) => path.file !== inspection.path.file)) {
      inspection.findings.push(...crossClaimFindings(inspection, earlier, show));
      earlier.push(inspection);
    }
    checks.push(reported(inspection, show));
  }
  return checks;
}
