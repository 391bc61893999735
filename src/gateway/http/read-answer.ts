import { errorFromAnswer } from "../errors/error-from-answer.ts";
import { mayHaveTakenEffect } from "../errors/may-have-taken-effect.ts";
import { isPage, redirectProblem, TOO_LARGE, unreadableAnswer } from "../errors/unreadable-answer.ts";
import { AttemptFailure } from "../retry/attempt-failure.ts";
import type { FailureKind } from "../retry/failure-kind.ts";
import type { Answer } from "./answer.ts";
import type { GatewayRequest, Target } from "./gateway-request.ts";
import { parseJson } from "./parse-json.ts";
import { ShapeError } from "./shape.ts";

/**
 * What a response means: the value that `read` makes of its JSON, or a failure.
 * @throws {AttemptFailure}
 */
export function readAnswer<T>(request: GatewayRequest, target: Target, answer: Answer, read: (body: unknown) => T): T {
  const { status, text } = answer;
  if (status >= 400) throw errorFromAnswer(request, target, answer);
  const unreadable = (problem: string, kind: FailureKind) =>
    new AttemptFailure(
      unreadableAnswer(target, request.method, answer, problem, mayHaveTakenEffect(request, kind)),
      kind,
    );
  if (status >= 300) throw unreadable(redirectProblem(answer), "unreadable");
  if (text === undefined) throw unreadable(TOO_LARGE, "unreadable");
  if (request.ignoreBody === true && !isPage(answer)) return read(undefined);
  if (text.trim() === "") throw unreadable("with an empty body", "transient");
  const body = jsonOrNothing(text);
  if (body === undefined) throw unreadable("with something that is not JSON", "transient");
  try {
    return read(body.value);
  } catch (error) {
    throw error instanceof ShapeError ? unreadable(error.message, "unreadable") : error;
  }
}

/** The parser's own message quotes the text, secrets included: it is dropped. */
function jsonOrNothing(text: string): { value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}
