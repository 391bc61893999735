import type { StackIssue } from "../../../stack/types.ts";
import type { CheckedStack } from "./checked-stack.ts";

function byPlace(a: StackIssue, b: StackIssue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Stacks that extend one file share its issues: each is told once, in the order of files and lines. */
export function distinctIssues(stacks: readonly Pick<CheckedStack, "issues">[]): StackIssue[] {
  const seen = new Map<string, StackIssue>();
  for (const issue of stacks.flatMap((each) => each.issues)) {
    const { file, line, column, code, message } = issue;
    const identity = JSON.stringify([file, line, column, code, message]);
    if (!seen.has(identity)) seen.set(identity, issue);
  }
  return [...seen.values()].sort(byPlace);
}
