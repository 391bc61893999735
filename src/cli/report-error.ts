import { isMycobotError, MycobotError } from "../errors/index.ts";
import { redact } from "../gateway/redact.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import type { Paint } from "./output/paint.ts";
import { jsonText } from "./output/visible.ts";
import { registerSecrets } from "./secrets.ts";

/** Writes a thrown value to stderr, as JSON with `--json`, and returns its exit code. */
export async function reportError(thrown: unknown, context: Context): Promise<ExitCode> {
  const error = asMycobotError(thrown);
  // Errors of any origin are redacted: a defect may be reported before anything else has run.
  registerSecrets(context.io.env);
  context.complain(
    context.json ? redact(errorJson(error, context.heldNotes())) : errorText(error, context.paintNotes, redact),
  );
  if (context.verbose && error.code === "MYCO_INTERNAL") context.complain(redact(errorTrace(error)));
  return exitCodeOf(error.code);
}

/** Fields of some errors beyond code, message and hint: a response of the gateway, the issues of a stack. */
const MORE_FIELDS = ["status", "whatsapp", "maton", "ambiguous", "retryAfterMs", "issues"] as const;

/** Any thrown value as a MycobotError. A value that is not one is a defect. */
export function asMycobotError(thrown: unknown): MycobotError {
  if (isMycobotError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new MycobotError("MYCO_INTERNAL", `Unexpected error: ${message}`, {
    hint: "This is a bug in Mycobot. Run the command again with --verbose for a stack trace, and report it.",
    cause: thrown,
  });
}

function field(value: unknown, name: string): unknown {
  // Any key of an object may be read; the value remains unknown.
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The request id for Maton's or WhatsApp's support. */
function requestId(error: MycobotError): unknown {
  return field(field(error, "maton"), "traceId") ?? field(field(error, "whatsapp"), "fbtraceId");
}

/** `{version: 1, error: {code, message, hint?, where?, requestId?, …, notes?}}`; `notes`: messages before the failure. */
export function errorJson(error: MycobotError, notes: readonly string[] = []): string {
  const more = {
    ...Object.fromEntries(MORE_FIELDS.map((name) => [name, field(error, name)])),
    ...(notes.length === 0 ? {} : { notes }),
  };
  const { code, message, hint, where } = error;
  return jsonText({ version: 1, error: { code, message, hint, where, requestId: requestId(error), ...more } });
}

/** The error as text: what happened, then what to do. `clean` removes secrets and invisible characters from each part. */
export function errorText(error: MycobotError, paint: Paint, clean: (text: string) => string): string {
  const place = error.where === undefined ? "" : `${clean(error.where)}: `;
  const id = requestId(error);
  const [first, ...rest] = clean(error.message).split("\n");
  const lines = [`${paint("red", "error:")} ${place}${first} ${paint("dim", `[${error.code}]`)}`, ...rest];
  if (error.hint !== undefined) lines.push(`${paint("cyan", "hint:")}  ${clean(error.hint)}`);
  if (id !== undefined) lines.push(paint("dim", `request id: ${clean(String(id))}`));
  return lines.join("\n");
}

/** The stack trace of a defect, for --verbose. */
export function errorTrace(error: MycobotError): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.stack ?? cause.message;
}
