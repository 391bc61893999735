import type { Issue } from "../../../model/issue.ts";
import type { Context } from "../../context.ts";
import { sentences } from "../../output/phrases.ts";
import { issueCounts, severityLabel } from "../../output/severity.ts";
import { visible, visibleLine } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";

/** The issues of one file, in the order of the body. */
export interface LintedFile {
  /** As given on the command line. */
  file: string;
  /** No errors; warnings and notes are possible. */
  ok: boolean;
  issues: readonly Issue[];
}

type Screen = Pick<Context, "paint" | "width">;

function whatsappText({ whatsapp }: Issue): string {
  if (whatsapp === undefined) return "";
  const { code, subcode } = whatsapp;
  return `WhatsApp answers with code ${code}${subcode === undefined ? "" : `, subcode ${subcode}`}.`;
}

function issueText(issue: Issue, { paint, width }: Screen): string {
  const place = issue.path === "" ? "" : `  ${visibleLine(issue.path)}`;
  const lines = [
    `  ${severityLabel(issue.severity, paint)} ${paint("dim", issue.code)}${place}`,
    wrap(sentences(visible(issue.message), whatsappText(issue)), width, "    "),
  ];
  if (issue.hint !== "") lines.push(paint("cyan", wrap(visible(issue.hint), width, "    ")));
  return lines.join("\n");
}

/** One line per file, followed by its issues. */
export function lintText(files: readonly LintedFile[], screen: Screen): string {
  const { paint } = screen;
  return files
    .map(({ file, ok, issues }) => {
      const mark = ok ? paint("green", "ok") : paint("red", "not ok");
      const name = file === "-" ? "stdin" : visibleLine(file);
      return [
        `${paint("bold", name)}: ${mark}, ${issueCounts(issues)}`,
        ...issues.map((issue) => issueText(issue, screen)),
      ];
    })
    .map((lines) => lines.join("\n"))
    .join("\n");
}
