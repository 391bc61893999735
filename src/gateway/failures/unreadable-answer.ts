import { GatewayError } from "../errors/gateway-error.ts";
import { type Answer, MAX_BODY_BYTES } from "../http/answer.ts";
import type { RequestTarget } from "../http/gateway-request.ts";
import { redactedLine } from "../redact.ts";

/** Characters of a body that a message quotes. */
const EXCERPT_LENGTH = 120;

export const TOO_LARGE = `with more than ${MAX_BODY_BYTES / 1024 / 1024} MB`;

/** An answer that is not what the API promises: HTML, empty, a redirect, too large. `ambiguous`: it may have taken effect. */
export function unreadableAnswer(
  target: RequestTarget,
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
  if (answer.text === undefined) return "Request fewer objects at once.";
  if (answer.status >= 300 && answer.status < 400) {
    return "Redirects are not followed, so that the key stays with the configured host: check MATON_API_URL.";
  }
  if (isWebPage(answer)) {
    return answer.status >= 500
      ? "The gateway, or a server in front of it, is out of order: try again later."
      : "The answer does not come from the API: check MATON_API_URL, and whether a proxy or a login page intercepts requests.";
  }
  return "Check MATON_API_URL, and whether a proxy intercepts requests; try again later.";
}

/** Whether an answer is HTML: it then comes from a proxy, a login page or a server in front of the gateway, not from Maton or WhatsApp. */
export function isWebPage({ headers, text = "" }: Answer): boolean {
  return /html/i.test(headers["content-type"] ?? "") || /^\s*</.test(text);
}

/** The target of a redirect, without its query, which may contain tokens. */
export function redirectProblem(answer: Answer): string {
  const location = answer.headers.location ?? "";
  const host = URL.canParse(location) ? new URL(location).host : undefined;
  return host === undefined ? "and redirects within the host" : `and redirects to ${redactedLine(host)}`;
}

/** The beginning of a body, redacted, on one line. Redacted before it is cut, so that no part of a secret remains. */
function excerpt(text: string): string {
  const clean = redactedLine(text.slice(0, 8_000));
  return clean.length > EXCERPT_LENGTH ? `${clean.slice(0, EXCERPT_LENGTH)}…` : clean;
}
