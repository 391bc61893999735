import type { Answer } from "../http/answer.ts";
import type { Target } from "../http/gateway-request.ts";
import { LARGEST_BODY } from "../http/read-body.ts";
import { redactedLine } from "../redact/index.ts";
import { excerpt } from "./excerpt.ts";
import { GatewayError } from "./gateway-error.ts";

/** A response that is not what the API promises: HTML, nothing, a redirect, too much. `ambiguous`: it may have taken effect. */
export function unreadableAnswer(
  target: Target,
  method: string,
  answer: Answer,
  problem: string,
  ambiguous: boolean,
): GatewayError {
  const type = redactedLine(answer.headers["content-type"] ?? "no content type").slice(0, 80);
  const shown = answer.text === undefined || answer.text === "" ? "" : `: ${excerpt(answer.text)}`;
  return new GatewayError(
    "MYCO_GATEWAY_RESPONSE",
    `${target.title} answered ${answer.status} (${type}) ${problem}${shown}`,
    { method, url: target.url, status: answer.status, ambiguous, hint: hintFor(answer) },
  );
}

function hintFor(answer: Answer): string {
  if (answer.text === undefined) return "Ask for fewer objects at once.";
  if (answer.status >= 300 && answer.status < 400) {
    return "Redirects are not followed, so that the key goes nowhere else: check MATON_API_URL.";
  }
  if (isPage(answer)) {
    return answer.status >= 500
      ? "The gateway, or something before it, is out of order: try again later."
      : "Something else than the API answered: check MATON_API_URL, and whether a proxy or a login page stands in between.";
  }
  return "Check MATON_API_URL, and whether a proxy stands in between; try again later.";
}

/** HTML: neither Maton nor WhatsApp answers so, but proxies, login pages and fronts do. */
export function isPage({ headers, text = "" }: Answer): boolean {
  return /html/i.test(headers["content-type"] ?? "") || /^\s*</.test(text);
}

/** Where a redirect leads, without query: it may carry tokens. */
export function redirectProblem(answer: Answer): string {
  const location = answer.headers.location ?? "";
  const host = URL.canParse(location) ? new URL(location).host : undefined;
  return host === undefined ? "and redirects within the host" : `and redirects to ${redactedLine(host)}`;
}

export const TOO_LARGE = `with more than ${LARGEST_BODY / 1024 / 1024} MB`;
