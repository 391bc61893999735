import { isMycobotError, MycobotError } from "../../errors/index.ts";
import { jsonText } from "./json.ts";
import type { Paint } from "./paint.ts";

/** Fields that errors of some rooms carry beside code, message and hint (a gateway's answer, a stack's issues). */
const MORE_FIELDS = ["status", "whatsapp", "maton", "ambiguous", "retryAfterMs", "issues"] as const;

/** Any thrown value as an error of ours; what nobody threw on purpose is a defect. */
export function asMycobotError(thrown: unknown): MycobotError {
  if (isMycobotError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new MycobotError("MYCO_INTERNAL", `Something unexpected happened: ${message}`, {
    hint: "Run it again with --verbose to see where, and report it.",
    cause: thrown,
  });
}

function field(value: unknown, name: string): unknown {
  // An object can be asked for any key; what comes back stays unknown.
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The id that Maton's or WhatsApp's support asks for. */
function requestId(error: MycobotError): unknown {
  return field(field(error, "maton"), "traceId") ?? field(field(error, "whatsapp"), "fbtraceId");
}

/** `{version: 1, error: {code, message, hint?, where?, requestId?, …, notes?}}`; `notes` were told before it failed. */
export function errorJson(error: MycobotError, notes: readonly string[] = []): string {
  const more = {
    ...Object.fromEntries(MORE_FIELDS.map((name) => [name, field(error, name)])),
    ...(notes.length === 0 ? {} : { notes }),
  };
  const { code, message, hint, where } = error;
  return jsonText({ version: 1, error: { code, message, hint, where, requestId: requestId(error), ...more } });
}

/** The error for people: what happened, then what to do. `clean` takes secrets and unseen characters out of each part. */
export function errorText(error: MycobotError, paint: Paint, clean: (text: string) => string): string {
  const place = error.where === undefined ? "" : `${clean(error.where)}: `;
  const id = requestId(error);
  const [first, ...rest] = clean(error.message).split("\n");
  const lines = [`${paint("red", "error:")} ${place}${first} ${paint("dim", `[${error.code}]`)}`, ...rest];
  if (error.hint !== undefined) lines.push(`${paint("cyan", "hint:")}  ${clean(error.hint)}`);
  if (id !== undefined) lines.push(paint("dim", `request id: ${clean(String(id))}`));
  return lines.join("\n");
}

/** Where a defect happened: for --verbose. */
export function errorTrace(error: MycobotError): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.stack ?? cause.message;
}
