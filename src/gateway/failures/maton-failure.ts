import type { ErrorCode } from "../../errors/index.ts";
import { AttemptFailure } from "../errors/attempt-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Answer } from "../http/answer.ts";
import type { GatewayRequest, RequestTarget } from "../http/gateway-request.ts";
import { DEFAULT_RATE } from "../options/defaults.ts";
import { redactedLine } from "../redact.ts";
import { kindOfStatus, mayHaveTakenEffect, retryAfterMs } from "../retry/retry-policy.ts";
import type { ErrorBody } from "./error-body.ts";
import { unreadableAnswer } from "./unreadable-answer.ts";

interface MatonStatus {
  code: ErrorCode;
  hint: string;
}

/**
 * What the statuses of Maton's own errors mean. Source: the error tables of Maton's api-gateway skill
 * (2026-02 to 2026-08). 400 has two meanings, distinguished by its text.
 */
const MATON_STATUSES: Readonly<Record<number, MatonStatus>> = {
  400: {
    code: "MYCO_GATEWAY_ERROR",
    hint: "Maton rejected the request as invalid; a wrong app name or API version in the path has the same answer.",
  },
  401: {
    code: "MYCO_KEY_REFUSED",
    hint: "Check MATON_API_KEY, or create a new key at https://maton.ai/settings.",
  },
  403: { code: "MYCO_GATEWAY_ERROR", hint: "The key lacks permission: check which account it belongs to." },
  404: {
    code: "MYCO_CONNECTION_UNKNOWN",
    hint: "Check the connection id: `mycobot connections list` shows the connections of this key.",
  },
  429: {
    code: "MYCO_RATE_LIMITED",
    hint: `Maton allows ${DEFAULT_RATE} requests per second and account: other programs use it at the same time, or MYCOBOT_RATE is too high.`,
  },
  500: {
    code: "MYCO_GATEWAY_ERROR",
    hint: "Usually the connection's grant has expired, although the connection is still listed as ACTIVE: create a new connection (`mycobot connections create`), open its URL, use its id, and delete the old one.",
  },
};

const NO_CONNECTION: MatonStatus = {
  code: "MYCO_CONNECTION_NOT_ACTIVE",
  hint: "Create a connection (`mycobot connections create`) or complete a pending one (`mycobot connections open`).",
};

const NO_SUCH_ENDPOINT: MatonStatus = {
  code: "MYCO_GATEWAY_ERROR",
  hint: "The server has no such endpoint: check MATON_API_URL and MATON_CONTROL_URL.",
};

const OTHER_STATUS: MatonStatus = { code: "MYCO_GATEWAY_ERROR", hint: "Try again later." };

/** The code and the hint for an error of Maton; `message` is Maton's. */
export function matonStatus(request: GatewayRequest, status: number, message: string): MatonStatus {
  const { plane, segments } = request;
  if (status === 400 && /connection/i.test(message)) return NO_CONNECTION;
  // The control plane has no grants, and its only path that contains a connection is `/connections/{id}`.
  if (plane === "control" && status === 500) return OTHER_STATUS;
  if (plane === "control" && status === 404 && segments.length < 2) return NO_SUCH_ENDPOINT;
  return MATON_STATUSES[status] ?? OTHER_STATUS;
}

/** The failure of an answer with an error status (400 and above) that is not WhatsApp's: Maton's, or that of a server in between. */
export function matonFailure(
  request: GatewayRequest,
  target: RequestTarget,
  answer: Answer,
  body: ErrorBody | undefined,
): AttemptFailure {
  const { status } = answer;
  const kind = kindOfStatus(status);
  const waitMs = retryAfterMs(answer.headers["retry-after"]);
  // Maton repeats the status as `code`. A server in front of the gateway may answer 404 too, and "unknown" is a strong claim: it
  // requires that form. An error with another code is not Maton's, and does not confirm that a write was rejected.
  const repeatsStatus = body?.code === status;
  const isMatons = status === 404 ? repeatsStatus : body !== undefined;
  const isForeign = request.plane === "control" && body?.code !== undefined && !repeatsStatus;
  const ambiguous = mayHaveTakenEffect(request, isForeign ? "unclear" : kind);
  if (!isMatons && status !== 401 && status !== 429) {
    const problem = answer.text === "" ? "with an empty body" : "without a readable error";
    return new AttemptFailure(unreadableAnswer(target, request.method, answer, problem, ambiguous), kind, waitMs);
  }
  const message = redactedLine(body?.message ?? "no readable error");
  const { code, hint } = matonStatus(request, status, message);
  const traceId = body?.traceId;
  const trace = traceId === undefined ? "" : ` (trace_id ${redactedLine(traceId)})`;
  const error = new GatewayError(code, `${target.title} answered ${status}: ${message}${trace}`, {
    method: request.method,
    url: target.url,
    status,
    maton: traceId === undefined ? {} : { traceId },
    ambiguous,
    retryAfterMs: waitMs,
    hint,
  });
  return new AttemptFailure(error, kind, waitMs);
}
