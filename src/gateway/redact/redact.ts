import { secretPatterns } from "./secrets.ts";
import { oneLine, visible } from "./visible.ts";

// Some JSON writers spell these two as \u003d and \u0026, and a slash as \/.
const EQUALS = String.raw`(?:=|%(?:25)*3D|\\+u003d)`;
const VALUE = String.raw`(?:(?!%(?:25)*26)[^&\s"'<>\\#]|\\/)+`;
const START = String.raw`(?:^|[?&;\s"']|%(?:25)*(?:3F|26)|\\u0026)`;

/** Shapes of secrets that need no registration, with what is left of them. */
const SHAPES: readonly [RegExp, string][] = [
  [/\b(Bearer)((?:\s|%20|\+)+)[^\s"',;<>]+/gi, "$1$2[redacted]"],
  // Longer than any word: "Invalid OAuth access token" has to stay readable.
  [/\b(OAuth|Basic)((?:\s|%20|\+)+)[^\s"',;<>]{16,}/gi, "$1$2[redacted]"],
  [new RegExp(`((?:session|access|refresh)_token${EQUALS})${VALUE}`, "gi"), "$1[redacted]"],
  [/((?:session|access|refresh)_token\\?["']\s*:\s*\\?["'])(?:[^"'\\]|\\[^"'])+/gi, "$1[redacted]"],
  // Signed links of media (scontent, lookaside) and of upload sessions.
  [new RegExp(`(${START}(?:oh|oe|sig|signature|hash)${EQUALS})${VALUE}`, "gi"), "$1[redacted]"],
  // An access token of WhatsApp itself, wherever it stands.
  [/\bEAA[A-Za-z0-9]{16,}/g, "[redacted]"],
  [/(\/\/)[^/\s@]+@/g, "$1[redacted]@"],
];

/**
 * Makes a text fit for a log, an error or a report: registered secrets ({@link registerSecret}), credentials, session
 * tokens and the signatures of signed links become `[redacted]`, also when percent-encoded; control characters and direction
 * overrides become visible (`\u001b`). Newlines and tabs stay. Redacting twice changes nothing more.
 */
export function redact(text: string): string {
  let clean = text;
  for (const pattern of secretPatterns()) clean = clean.replace(pattern, "[redacted]");
  for (const [shape, rest] of SHAPES) clean = clean.replace(shape, rest);
  return visible(clean);
}

/** {@link redact}, for a piece of remote text inside a message: on one line. */
export function redactedLine(text: string): string {
  return oneLine(redact(text));
}
