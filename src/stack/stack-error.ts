import { MycobotError } from "../errors/index.ts";
import type { StackIssue } from "./types.ts";

/** `stacks/dev.yaml:7:13: error: … What to do. [code]` */
function describeIssue(issue: StackIssue): string {
  const { file, line, column, severity, message, hint, code } = issue;
  return `${file}:${line}:${column}: ${severity}: ${message}. ${hint} [${code}]`;
}

/**
 * An invalid stack file (`MYCO_STACK_INVALID`, with every issue) or a missing one (`MYCO_STACK_NOT_FOUND`). The message lists
 * every error with file, line and column.
 */
export class StackError extends MycobotError {
  readonly issues: readonly StackIssue[];

  constructor(
    code: "MYCO_STACK_INVALID" | "MYCO_STACK_NOT_FOUND",
    message: string,
    hint: string,
    issues: readonly StackIssue[] = [],
  ) {
    super(code, message, { hint });
    this.issues = issues;
  }

  static invalid(stack: string, issues: readonly StackIssue[]): StackError {
    const errors = issues.filter((issue) => issue.severity === "error");
    const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    const message = `stack \`${stack}\` has ${count}:\n${errors.map((issue) => `  ${describeIssue(issue)}`).join("\n")}`;
    return new StackError("MYCO_STACK_INVALID", message, "Fix the file; `mycobot validate` checks it.", issues);
  }
}
