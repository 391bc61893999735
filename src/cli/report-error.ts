import { redact } from "../gateway/redact.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { asMycobotError, errorJson, errorText, errorTrace } from "./output/error-report.ts";
import { registerSecrets } from "./secrets.ts";

/** Writes what was thrown to stderr, as JSON with `--json`, and returns the exit code that goes with it. */
export async function reportError(thrown: unknown, context: Context): Promise<ExitCode> {
  const error = asMycobotError(thrown);
  // No secret leaves through an error, wherever it came from: a defect may be told before anything else has run.
  registerSecrets(context.io.env);
  context.complain(
    context.json ? redact(errorJson(error, context.heldNotes())) : errorText(error, context.paintNotes, redact),
  );
  if (context.verbose && error.code === "MYCO_INTERNAL") context.complain(redact(errorTrace(error)));
  return exitCodeOf(error.code);
}
