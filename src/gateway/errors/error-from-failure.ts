import { rowOf } from "../../model/text/index.ts";

import type { GatewayRequest, Target } from "../http/gateway-request.ts";
import type { Deadlines } from "../options/deadlines.ts";
import { redactedLine } from "../redact/index.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import { GatewayError } from "./gateway-error.ts";
import { mayHaveTakenEffect } from "./may-have-taken-effect.ts";
import { type NetworkFailure, networkFailure } from "./network-failures.ts";

/** Which deadline an error code of undici stands for. */
const DEADLINE_CODES: Readonly<Record<string, keyof Deadlines>> = {
  UND_ERR_CONNECT_TIMEOUT: "connect",
  UND_ERR_HEADERS_TIMEOUT: "headers",
  UND_ERR_BODY_TIMEOUT: "body",
};

const DEADLINE_TEXTS: Readonly<Record<keyof Deadlines, string>> = {
  connect: "no connection within",
  headers: "no response within",
  body: "the response's body stopped for",
  total: "not done within",
};

/** What a try without a whole response means: `failure` is what undici threw. */
export function errorFromFailure(
  request: GatewayRequest,
  target: Target,
  failure: unknown,
  deadlines: Deadlines,
): AttemptFailure {
  const code = textOf(failure, "code");
  const deadline = rowOf(DEADLINE_CODES, code);
  if (deadline !== undefined) return missedDeadline(request, target, deadline, deadlines);
  const known = proxyRefusal(failure) ?? networkFailure(code, textOf(failure, "syscall"));
  const detail = failure instanceof Error && failure.message !== "" ? ` (${redactedLine(failure.message)})` : "";
  return attemptFailure(request, target, known, `${target.title} ${known.what}${detail}`);
}

export function missedDeadline(
  request: GatewayRequest,
  target: Target,
  deadline: keyof Deadlines,
  deadlines: Deadlines,
): AttemptFailure {
  const seconds = deadlines[deadline] / 1000;
  const known: NetworkFailure = {
    code: "MYCO_GATEWAY_TIMEOUT",
    kind: deadline === "connect" ? "unreachable" : "transient",
    what: "",
    hint: "Try again later; if it happens always, check the network and MATON_API_URL.",
  };
  const message = `${target.title} missed the ${deadline} deadline: ${DEADLINE_TEXTS[deadline]} ${seconds} s`;
  return attemptFailure(request, target, known, message);
}

function attemptFailure(
  request: GatewayRequest,
  target: Target,
  known: NetworkFailure,
  message: string,
): AttemptFailure {
  const { method } = request;
  const ambiguous = mayHaveTakenEffect(request, known.kind);
  const error = new GatewayError(known.code, message, { method, url: target.url, ambiguous, hint: known.hint });
  return new AttemptFailure(error, known.kind);
}

/** undici reports the proxy's refusal of a tunnel as an abort, with the status in the text only. */
function proxyRefusal(failure: unknown): NetworkFailure | undefined {
  const status = failure instanceof Error ? /^Proxy response \((\d+)\)/.exec(failure.message)?.[1] : undefined;
  if (status === undefined) return undefined;
  return {
    code: "MYCO_GATEWAY_UNREACHABLE",
    kind: status.startsWith("5") ? "unreachable" : "final",
    what: `was not sent: the proxy answered ${status}`,
    hint: "Check HTTPS_PROXY and the proxy's user name and password; NO_PROXY names hosts that need none.",
  };
}

/** A property of the error; of several addresses tried the first one's, as all failed. Empty when there is none. */
function textOf(failure: unknown, property: "code" | "syscall"): string {
  const error: unknown = failure instanceof AggregateError ? (failure.errors[0] ?? failure) : failure;
  // Errors of Node carry both as plain properties.
  const value = error instanceof Error ? (error as NodeJS.ErrnoException)[property] : undefined;
  return typeof value === "string" ? value : "";
}
