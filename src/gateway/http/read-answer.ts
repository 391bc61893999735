import { parseJson } from "../../model/text/json.ts";
import { AttemptFailure } from "../errors/attempt-failure.ts";
import { errorBodyOf, isWhatsAppError } from "../failures/error-body.ts";
import { matonFailure } from "../failures/maton-failure.ts";
import { isWebPage, redirectProblem, TOO_LARGE, unreadableAnswer } from "../failures/unreadable-answer.ts";
import { whatsAppFailure } from "../failures/whatsapp-failure.ts";
import { type FailureKind, mayHaveTakenEffect } from "../retry/retry-policy.ts";
import type { Answer } from "./answer.ts";
import type { GatewayRequest, RequestTarget } from "./gateway-request.ts";
import { ShapeError } from "./json.ts";

/**
 * The result of a response: the value that `read` makes of its JSON, or a failure.
 * @throws {AttemptFailure}
 */
export function readAnswer<T>(
  request: GatewayRequest,
  target: RequestTarget,
  answer: Answer,
  read: (body: unknown) => T,
): T {
  const { status, text } = answer;
  if (status >= 400) throw errorAnswer(request, target, answer);
  const unreadable = (problem: string, kind: FailureKind) => {
    const ambiguous = mayHaveTakenEffect(request, kind);
    return new AttemptFailure(unreadableAnswer(target, request.method, answer, problem, ambiguous), kind);
  };
  if (status >= 300) throw unreadable(redirectProblem(answer), "unreadable");
  if (text === undefined) throw unreadable(TOO_LARGE, "unreadable");
  if (request.ignoreBody === true && !isWebPage(answer)) return read(undefined);
  if (text.trim() === "") throw unreadable("with an empty body", "transient");
  const body = jsonOrNothing(text);
  if (body === undefined) throw unreadable("with a body that is not JSON", "transient");
  try {
    return read(body.value);
  } catch (error) {
    throw error instanceof ShapeError ? unreadable(error.message, "unreadable") : error;
  }
}

function errorAnswer(request: GatewayRequest, target: RequestTarget, answer: Answer): AttemptFailure {
  const body = errorBodyOf(answer.text);
  return body !== undefined && request.plane === "proxy" && isWhatsAppError(body, answer.status)
    ? whatsAppFailure(request, target, answer, body)
    : matonFailure(request, target, answer, body);
}

/** Drops the parser's own message: it quotes the text, including secrets. */
function jsonOrNothing(text: string): { value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}
