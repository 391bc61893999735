import type { Answer } from "../http/answer.ts";
import type { GatewayRequest, Target } from "../http/gateway-request.ts";
import { redactedLine } from "../redact/index.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import { kindOfStatus } from "../retry/failure-kind.ts";
import { retryAfterMs } from "../retry/retry-after.ts";
import { type ErrorBody, errorBodyOf, isWhatsAppError } from "./error-body.ts";
import { GatewayError } from "./gateway-error.ts";
import { matonStatus } from "./maton-statuses.ts";
import { mayHaveTakenEffect } from "./may-have-taken-effect.ts";
import { unreadableAnswer } from "./unreadable-answer.ts";
import { whatsAppFailure } from "./whatsapp-failure.ts";

/** What a response with an error status (400 and above) says. */
export function errorFromAnswer(request: GatewayRequest, target: Target, answer: Answer): AttemptFailure {
  const body = errorBodyOf(answer.text);
  if (body !== undefined && request.plane === "proxy" && isWhatsAppError(body, answer.status)) {
    return whatsAppFailure(request, target, answer, body);
  }
  const kind = kindOfStatus(answer.status);
  const waitMs = retryAfterMs(answer.headers["retry-after"]);
  // Maton repeats the status as `code`. A proxy before the gateway answers 404 as well, and "unknown" is a strong claim: it takes
  // that form. An error with another code is somebody else's, and no word of Maton's that a write was refused.
  const repeatsStatus = body?.code === answer.status;
  const isMatons = answer.status === 404 ? repeatsStatus : body !== undefined;
  const isForeign = request.plane === "control" && body?.code !== undefined && !repeatsStatus;
  const ambiguous = mayHaveTakenEffect(request, isForeign ? "unclear" : kind);
  if (!isMatons && answer.status !== 401 && answer.status !== 429) {
    const problem = answer.text === "" ? "with an empty body" : "without a readable error";
    return new AttemptFailure(unreadableAnswer(target, request.method, answer, problem, ambiguous), kind, waitMs);
  }
  return new AttemptFailure(matonError(request, target, answer, body, waitMs, ambiguous), kind, waitMs);
}

function matonError(
  request: GatewayRequest,
  target: Target,
  answer: Answer,
  body: ErrorBody | undefined,
  waitMs: number | undefined,
  ambiguous: boolean,
): GatewayError {
  const message = redactedLine(body?.message ?? "no readable error");
  const { code, hint } = matonStatus(request, answer.status, message);
  const traceId = body?.traceId;
  const trace = traceId === undefined ? "" : ` (trace_id ${redactedLine(traceId)})`;
  return new GatewayError(code, `${target.title} answered ${answer.status}: ${message}${trace}`, {
    method: request.method,
    url: target.url,
    status: answer.status,
    maton: traceId === undefined ? {} : { traceId },
    ambiguous,
    retryAfterMs: waitMs,
    hint,
  });
}
