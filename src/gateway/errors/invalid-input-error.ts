import { type ErrorCode, MycobotError } from "../../errors/index.ts";
import type { Issue } from "../../model/issue.ts";
import { redactedLine } from "../redact.ts";

/** Input that failed a check before any request: `MYCO_MESSAGE_INVALID` or `MYCO_MEDIA_INVALID`. Nothing was sent. */
export class InvalidInputError extends MycobotError {
  /** All issues, including warnings; their paths point into the checked value. */
  readonly issues: readonly Issue[];

  constructor(code: ErrorCode, what: string, issues: readonly Issue[]) {
    const errors = issues.filter(({ severity }) => severity === "error");
    super(code, `${what} was not sent: ${errors.map(sentence).join("; ")}`, { hint: hintOf(errors) });
    this.issues = issues;
  }
}

function sentence({ path, message }: Issue): string {
  return redactedLine(path === "" ? message : `${path}: ${message}`);
}

/** The hint of a single issue; several issues are explained by their messages. */
function hintOf([first, ...others]: readonly Issue[]): string {
  return first !== undefined && others.length === 0 ? redactedLine(first.hint) : "Correct all of them and send again.";
}
