import type { Context } from "./context.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { asMycobotError, errorJson, errorText, errorTrace } from "./output/error-report.ts";

/** Environment variables that hold secrets. */
const SECRETS = ["MATON_API_KEY", "WHATSAPP_ACCESS_TOKEN"];

/** No secret leaves through an error, wherever it came from. */
async function redactor(context: Context): Promise<(text: string) => string> {
  const { redact, registerSecret } = await import("../gateway/redact/index.ts");
  for (const name of SECRETS) registerSecret(context.io.env[name] ?? "");
  return redact;
}

/** Writes what was thrown to stderr, as JSON with `--json`, and returns the exit code that goes with it. */
export async function reportError(thrown: unknown, context: Context): Promise<ExitCode> {
  const error = asMycobotError(thrown);
  const redact = await redactor(context);
  context.complain(
    context.json ? redact(errorJson(error, context.heldNotes())) : errorText(error, context.paintNotes, redact),
  );
  if (context.verbose && error.code === "MYCO_INTERNAL") context.complain(redact(errorTrace(error)));
  return exitCodeOf(error.code);
}
