import type { StackIssue } from "../../../stack/types.ts";

/** Workflow commands of GitHub Actions, which annotate lines of a pull request. Source: docs.github.com, "Workflow commands". */
const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function workflowCommand(issue: StackIssue): string {
  const { severity, code, file, line, column, message, hint } = issue;
  const properties = { file, line: String(line), col: String(column), title: `mycobot: ${code}` };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`);
  return `::${COMMANDS[severity]} ${list.join(",")}::${escapedData(hint === "" ? message : `${message}\n${hint}`)}`;
}

/** One workflow command per issue. */
export function githubText(issues: readonly StackIssue[]): string {
  return issues.map(workflowCommand).join("\n");
}
