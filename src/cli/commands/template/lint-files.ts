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

/** What is found beyond the rules; asked only about bodies that break none. */
type FurtherIssues = (body: unknown) => Promise<Issue[]>;

async function issuesOf(file: string, io: Io, further: FurtherIssues): Promise<Issue[]> {
  const read = await readBody(file, io);
  if ("unreadable" in read) return [read.unreadable];
  if (isListResponse(read.body)) return [LIST_RESPONSE];
  const issues = lintTemplate(read.body);
  return hasErrors(issues) ? issues : [...issues, ...(await further(read.body))];
}

async function readBody(file: string, io: Io): Promise<{ body: unknown } | { unreadable: Issue }> {
  try {
    return { body: await readJson(file, io) };
  } catch (error) {
    if (!isMycobotError(error)) throw error;
    return { unreadable: unreadableIssue(error) };
  }
}

function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

export async function lintFiles(
  files: readonly string[],
  io: Io,
  further: FurtherIssues = async () => [],
): Promise<LintedFile[]> {
  const linted: LintedFile[] = [];
  for (const file of files) {
    const issues = await issuesOf(file, io, further);
    linted.push({ file, ok: !hasErrors(issues), issues });
  }
  return linted;
}
