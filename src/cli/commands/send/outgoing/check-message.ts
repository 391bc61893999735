import { MycobotError } from "../../../../errors/index.ts";
import type { Issue } from "../../../../model/issue.ts";
import type { Context } from "../../../context.ts";
import { counted, sentences } from "../../../output/phrases.ts";
import { severityLabel } from "../../../output/severity.ts";
import { visibleLine } from "../../../output/visible.ts";

/** A message that breaks WhatsApp's rules: not sent. */
class MessageRefusedError extends MycobotError {
  /** All issues, including warnings; paths are JSON pointers into the body. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], errors: readonly Issue[]) {
    super("MYCO_MESSAGE_INVALID", `The message was not sent: ${errorsText(errors)}`, { hint: hintOf(errors) });
    this.issues = issues;
  }
}

function errorsText(errors: readonly Issue[]): string {
  const [first] = errors;
  if (first !== undefined && errors.length === 1) {
    const { whatsapp } = first;
    return sentences(placedText(first), whatsapp === undefined ? "" : `WhatsApp answers with code ${whatsapp.code}`);
  }
  const shared = hintsOf(errors).length === 1;
  const lines = errors.map((issue) => `  ${shared ? placedText(issue) : sentences(placedText(issue), issue.hint)}`);
  return [`it has ${counted(errors.length, "error")}.`, ...lines].join("\n");
}

function placedText({ path, message }: Issue): string {
  return visibleLine(path === "" ? message : `${path}: ${message}`);
}

function hintsOf(errors: readonly Issue[]): string[] {
  return [...new Set(errors.map(({ hint }) => hint))];
}

/** The hint that all errors share. Different hints follow their errors instead. */
function hintOf(errors: readonly Issue[]): string {
  const hints = hintsOf(errors);
  return sentences(...(hints.length === 1 ? hints : []), "--no-validate skips the check");
}

/**
 * Prints warnings to stderr.
 * @throws MYCO_MESSAGE_INVALID with every issue, if one is an error
 */
export function checkMessage(issues: readonly Issue[], context: Context): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new MessageRefusedError(issues, errors);
  for (const issue of issues) {
    const label = severityLabel(issue.severity, context.paintNotes);
    context.note(`${label}: ${sentences(visibleLine(issue.message), issue.hint)}`);
  }
}
