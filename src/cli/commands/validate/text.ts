import type { StackIssue } from "../../../stack/types.ts";
import type { Context } from "../../context.ts";
import { issueCounts, severityLabel } from "../../output/severity.ts";
import { renderTable } from "../../output/table.ts";
import { visible, visibleLine } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import type { CheckedStack } from "./checked-stack.ts";
import { distinctIssues } from "./distinct-issues.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import { sourceLines } from "./source-lines.ts";

type Screen = Pick<Context, "paint" | "width">;
type LineOf = (file: string, line: number) => string | undefined;

function issueText(issue: StackIssue, lineOf: LineOf, { paint, width }: Screen): string {
  const { severity, code, file, line, column, message, hint } = issue;
  const place = `${visibleLine(file)}:${line}:${column}`;
  const source = lineOf(file, line);
  const lines = [`${paint("bold", place)} ${severityLabel(severity, paint)} ${paint("dim", code)}`];
  if (source?.trim()) lines.push(sourceExcerpt(source, line, column, width, paint));
  lines.push(wrap(visible(message), width, "  "));
  if (hint !== "") lines.push(paint("cyan", wrap(visible(hint), width, "  ")));
  return lines.join("\n");
}

function summaryText(stacks: readonly CheckedStack[], { paint, width }: Screen): string {
  const rows = stacks.map(({ stack, ok, issues, templates }) => [
    stack,
    templates === undefined ? "" : String(templates),
    ok ? "ok" : "not ok",
    issueCounts(issues),
  ]);
  return renderTable({ head: ["stack", "templates", "result", "problems"], rows }, width, paint);
}

/** Every issue with its line of the file, then a row per stack. */
export async function validateText(stacks: readonly CheckedStack[], cwd: string, screen: Screen): Promise<string> {
  const issues = distinctIssues(stacks);
  const lineOf = await sourceLines(
    issues.map((issue) => issue.file),
    cwd,
  );
  const blocks = issues.map((issue) => issueText(issue, lineOf, screen));
  return [...blocks, summaryText(stacks, screen)].join("\n\n");
}
