import type { ErrorCode } from "../../errors/index.ts";
import type { Answer } from "../http/answer.ts";
import type { GatewayRequest, Target } from "../http/gateway-request.ts";
import { redactedLine } from "../redact/index.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import { type FailureKind, kindOfStatus } from "../retry/failure-kind.ts";
import { retryAfterMs } from "../retry/retry-after.ts";
import type { KnownError } from "./codes/known-error.ts";
import type { ErrorBody } from "./error-body.ts";
import { GatewayError, type WhatsAppErrorInfo } from "./gateway-error.ts";
import { mayHaveTakenEffect } from "./may-have-taken-effect.ts";
import { regainAccessMs } from "./regain-access.ts";
import { knownErrorOf } from "./whatsapp-errors.ts";

/** Too many management calls: every further call makes it last longer. */
export const MANAGEMENT_QUOTA = 80008;

export function whatsAppFailure(
  request: GatewayRequest,
  target: Target,
  answer: Answer,
  body: ErrorBody,
): AttemptFailure {
  const info = infoOf(answer, body);
  const known = knownErrorOf(info);
  const kind = kindOf(request, answer, body, info.code, known);
  const asked = askedWait(info.code, answer);
  const error = new GatewayError(
    errorCodeOf(info.code, kind),
    `${target.title} answered ${answer.status}: ${sentence(info, body)}`,
    {
      method: request.method,
      url: target.url,
      status: answer.status,
      whatsapp: info,
      ambiguous: mayHaveTakenEffect(request, kind),
      retryAfterMs: asked,
      hint: hintOf(known),
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
  if (code === MANAGEMENT_QUOTA) return regainAccessMs(answer.headers["x-business-use-case-usage"]);
  return retryAfterMs(answer.headers["retry-after"]);
}

function errorCodeOf(code: number, kind: FailureKind): ErrorCode {
  if (code === MANAGEMENT_QUOTA) return "MYCO_QUOTA_EXHAUSTED";
  return kind === "limit" ? "MYCO_RATE_LIMITED" : "MYCO_WHATSAPP_ERROR";
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
  const heads = [info.title ?? message, info.details ?? ""].filter((part) => part !== "");
  const said = heads.length > 0 ? heads.join(": ") : "no explanation";
  const trace = info.fbtraceId === undefined ? "" : ` (fbtrace_id ${info.fbtraceId})`;
  return `(${number}) ${said}${trace}`;
}

function hintOf(known: KnownError | undefined): string {
  if (known === undefined) return "See Meta's page of WhatsApp error codes.";
  return `That is: ${known.meaning}. ${known.advice}`;
}
