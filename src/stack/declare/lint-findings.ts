import type { Issue } from "../../model/issue.ts";
import type { Finding } from "../source/finding.ts";
import type { LocatedMap } from "../source/located.ts";
import { find, pathOf } from "../source/pointer.ts";

/** Which of the model's issues count. */
export interface LintScope {
  /** Parts are missing, because they are broken or stand in another file: only what is said about parts that exist counts. */
  partial: boolean;
  /** The top-level keys to judge. Others are unknown keys of the stack file, which its own check tells. */
  known?: readonly string[];
}

/** The model's issues about a body, at the places that its parts came from. A text that is not final is not judged. */
export function lintFindings(issues: readonly Issue[], body: LocatedMap, scope: LintScope): Finding[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue.path);
    // Which keys are known, the stack file's own schema says; which ones only WhatsApp writes, the model.
    if (path.length === 1 && issue.code === "unknown-key") return [];
    const judged = scope.known === undefined || path.length !== 1 || scope.known.includes(path[0] ?? "");
    if (!judged && issue.code !== "read-only-field") return [];
    const { node, complete, depth } = find(body, path);
    if (scope.partial && (!complete || depth === 0 || issue.path === "/components")) return [];
    if (node.kind === "scalar" && node.unresolved === true) return [];
    const { path: _path, ...rest } = issue;
    return [{ ...rest, at: node.place }];
  });
}
