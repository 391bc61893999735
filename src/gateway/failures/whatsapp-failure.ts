import type { ErrorCode } from "../../errors/index.ts";
import { shownTime } from "../../model/template/life-cycle/edit-budget.ts";
import { parseJson } from "../../model/text/json.ts";
import { AttemptFailure } from "../errors/attempt-failure.ts";
import { GatewayError, type WhatsAppErrorInfo } from "../errors/gateway-error.ts";
import type { Answer } from "../http/answer.ts";
import type { GatewayRequest, RequestTarget } from "../http/gateway-request.ts";
import { redactedLine } from "../redact.ts";
import { type FailureKind, kindOfStatus, mayHaveTakenEffect, retryAfterMs } from "../retry/retry-policy.ts";
import type { ErrorBody } from "./error-body.ts";
import { type KnownError, knownErrorOf, MANAGEMENT_QUOTA } from "./whatsapp-codes.ts";

/** The failure of an answer with an error of WhatsApp. */
export function whatsAppFailure(
  request: GatewayRequest,
  target: RequestTarget,
  answer: Answer,
  body: ErrorBody,
): AttemptFailure {
  const info = infoOf(answer, body);
  const known = knownErrorOf(info);
  const kind = kindOf(request, answer, body, info.code, known);
  const asked = askedWait(info.code, answer);
  const error = new GatewayError(
    errorCodeOf(info.code, kind, known),
    `${target.title} answered ${answer.status}: ${sentence(info, body)}`,
    {
      method: request.method,
      connection: request.connection,
      url: target.url,
      status: answer.status,
      whatsapp: info,
      ambiguous: mayHaveTakenEffect(request, kind),
      retryAfterMs: asked,
      hint: info.code === MANAGEMENT_QUOTA ? quotaHint(asked ?? 0) : hintOf(known),
    },
  );
  return new AttemptFailure(error, kind, Math.max(asked ?? 0, known?.waitMs ?? 0));
}

/** The code decides, then `is_transient`, then the status: live statuses vary for one code. */
function kindOf(
  request: GatewayRequest,
  answer: Answer,
  body: ErrorBody,
  code: number,
  known: KnownError | undefined,
): FailureKind {
  if (request.finalCodes?.includes(code)) return "final";
  if (known !== undefined && (known.retry !== "final" || !body.transient)) return known.retry;
  if (body.transient) return "transient";
  return kindOfStatus(answer.status);
}

function askedWait(code: number, answer: Answer): number | undefined {
  const asked = retryAfterMs(answer.headers["retry-after"]);
  if (code !== MANAGEMENT_QUOTA) return asked;
  return regainAccessMs(answer.headers["x-business-use-case-usage"]) ?? asked ?? QUOTA_PERIOD_MS;
}

/** The quotas of an account are hourly. */
const QUOTA_PERIOD_MS = 60 * 60_000;
const MAX_REGAIN_MINUTES = 24 * 60;

/**
 * How long the account's management quota remains exhausted, in milliseconds: the longest `estimated_time_to_regain_access`
 * (minutes) in the header `X-Business-Use-Case-Usage`, `{"<id>": [{"type", "estimated_time_to_regain_access", …}]}`;
 * undefined when it has none.
 */
function regainAccessMs(header: string | undefined): number | undefined {
  const minutes = Math.min(estimatedMinutes(header), MAX_REGAIN_MINUTES);
  return minutes > 0 ? minutes * 60_000 : undefined;
}

/** What to do about an exhausted quota that has room again in `ms`. */
export function quotaHint(ms: number): string {
  return `Wait until ${momentAfter(ms, new Date())}: each further call prolongs the block.`;
}

/** A time in messages, rounded up to the minute, so that it is not too early. */
export function momentAfter(ms: number, now: Date): string {
  return shownTime(new Date(Math.ceil((now.getTime() + ms) / 60_000) * 60_000));
}

function estimatedMinutes(header: string | undefined): number {
  let longest = 0;
  try {
    JSON.stringify(parseJson(header ?? ""), (name, value) => {
      if (name === "estimated_time_to_regain_access" && typeof value === "number") longest = Math.max(longest, value);
      return value;
    });
  } catch {
    return 0;
  }
  return longest;
}

function errorCodeOf(code: number, kind: FailureKind, known: KnownError | undefined): ErrorCode {
  if (code === MANAGEMENT_QUOTA) return "MYCO_QUOTA_EXHAUSTED";
  return kind === "limit" ? "MYCO_RATE_LIMITED" : (known?.ours ?? "MYCO_WHATSAPP_ERROR");
}

function infoOf(answer: Answer, body: ErrorBody): WhatsAppErrorInfo {
  const details = body.userMessage ?? body.details;
  const fbtraceId = body.fbtraceId ?? answer.headers["x-fb-trace-id"];
  return {
    code: body.code ?? 0,
    ...(body.subcode === undefined ? {} : { subcode: body.subcode }),
    ...(body.userTitle === undefined ? {} : { title: redactedLine(body.userTitle) }),
    ...(details === undefined ? {} : { details: redactedLine(details) }),
    ...(fbtraceId === undefined ? {} : { fbtraceId: redactedLine(fbtraceId) }),
  };
}

/** `(#100/2388299) Title: explanation. (fbtrace_id A…)` */
function sentence(info: WhatsAppErrorInfo, body: ErrorBody): string {
  const number = info.subcode === undefined ? `#${info.code}` : `#${info.code}/${info.subcode}`;
  const message = redactedLine(body.message ?? "").replace(/^\(#\d+\)\s*/, "");
  const parts = [info.title ?? message, info.details ?? ""].filter((part) => part !== "");
  const explanation = parts.length > 0 ? parts.join(": ") : "no explanation";
  const trace = info.fbtraceId === undefined ? "" : ` (fbtrace_id ${info.fbtraceId})`;
  return `(${number}) ${explanation}${trace}`;
}

function hintOf(known: KnownError | undefined): string {
  if (known === undefined) return "See Meta's page of WhatsApp error codes.";
  return `Meaning: ${known.meaning}. ${known.advice}`;
}
