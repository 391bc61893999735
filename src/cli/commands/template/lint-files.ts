import { isMycobotError, type MycobotError } from "../../../errors/index.ts";
import type { Issue } from "../../../model/issue.ts";
import { lintTemplate } from "../../../model/template/index.ts";
import { JsonSyntaxError, readJson } from "../../input/read-json.ts";
import type { Io } from "../../io.ts";

/** The issues of one file, in the order of the body. */
export interface LintedFile {
  /** As it was named on the command line. */
  file: string;
  /** No errors: warnings and notes are possible. */
  ok: boolean;
  issues: Issue[];
}

function unreadableIssue(error: MycobotError): Issue {
  const { message, hint = "" } = error;
  if (!(error instanceof JsonSyntaxError))
    return { severity: "error", code: "file-unreadable", path: "", message, hint };
  const { line, column } = error.problem;
  const placed = `Line ${line}, column ${column}: ${message}`;
  return { severity: "error", code: "json-syntax", path: "", message: placed, hint };
}

/** What people pass by mistake: an answer of the list call. */
function isListResponse(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && "data" in value && Array.isArray(value.data) && !("name" in value)
  );
}

const LIST_RESPONSE: Issue = {
  severity: "error",
  code: "list-response",
  path: "/data",
  message: "This is an answer of WhatsApp's list call, not the body of a create call.",
  hint: "Put each body into a file of its own: { name, language, category, components }.",
};

async function issuesOf(file: string, io: Io): Promise<Issue[]> {
  try {
    const body = await readJson(file, io);
    return isListResponse(body) ? [LIST_RESPONSE] : lintTemplate(body);
  } catch (error) {
    if (!isMycobotError(error)) throw error;
    return [unreadableIssue(error)];
  }
}

export async function lintFiles(files: readonly string[], io: Io): Promise<LintedFile[]> {
  const linted: LintedFile[] = [];
  for (const file of files) {
    const issues = await issuesOf(file, io);
    linted.push({ file, ok: !issues.some((issue) => issue.severity === "error"), issues });
  }
  return linted;
}
