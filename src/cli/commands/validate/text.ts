import type { StackIssue } from "../../../stack/types.ts";
import type { Context } from "../../context.ts";
import { issueCounts, severityLabel } from "../../output/severity.ts";
import { renderTable } from "../../output/table.ts";
import { visible, visibleLine } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import type { CheckedStack } from "./checked-stack.ts";
import { distinctIssues } from "./distinct-issues.ts";
import { sourceExcerpt } from "./source-excerpt.ts";

type Screen = Pick<Context, "paint" | "width">;
type LineOf = CheckedStack["lineOf"];

function issueText(issue: StackIssue, lineOf: LineOf, { paint, width }: Screen): string {
  const { severity, code, file, line, column, message, hint } = issue;
  const place = `${visibleLine(file)}:${line}:${column}`;
  const source = lineOf(file, line);
  const excerpt = source && sourceExcerpt(source.text, line, source.column(column), width, paint);
  return [
    `${paint("bold", place)} ${severityLabel(severity, paint)} ${paint("dim", code)}`,
    ...(excerpt === undefined ? [] : [excerpt]),
    wrap(visible(message), width, "  "),
    ...(hint === "" ? [] : [paint("cyan", wrap(visible(hint), width, "  "))]),
  ].join("\n");
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
export function validateText(stacks: readonly CheckedStack[], screen: Screen): string {
  const lineOf: LineOf = (file, line) => {
    for (const each of stacks) {
      const found = each.lineOf(file, line);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const blocks = distinctIssues(stacks).map((issue) => issueText(issue, lineOf, screen));
  return [...blocks, summaryText(stacks, screen)].join("\n\n");
}
