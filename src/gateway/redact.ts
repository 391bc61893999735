/** Values below this length are ignored: they would replace ordinary words. */
const MIN_SECRET_LENGTH = 4;

// Some JSON writers spell these two as \u003d and \u0026, and a slash as \/.
const EQUALS = String.raw`(?:=|%(?:25)*3D|\\+u003d)`;
const VALUE = String.raw`(?:(?!%(?:25)*26)[^&\s"'<>\\#]|\\/)+`;
const START = String.raw`(?:^|[?&;\s"']|%(?:25)*(?:3F|26)|\\u0026)`;

/** Shapes of secrets that need no registration, with their replacement. */
const SHAPES: readonly [RegExp, string][] = [
  [/\b(Bearer)((?:\s|%20|\+)+)[^\s"',;<>]+/gi, "$1$2[redacted]"],
  // Longer than any word: "Invalid OAuth access token" has to stay readable.
  [/\b(OAuth|Basic)((?:\s|%20|\+)+)[^\s"',;<>]{16,}/gi, "$1$2[redacted]"],
  [new RegExp(`((?:session|access|refresh)_token${EQUALS})${VALUE}`, "gi"), "$1[redacted]"],
  [/((?:session|access|refresh)_token\\?["']\s*:\s*\\?["'])(?:[^"'\\]|\\[^"'])+/gi, "$1[redacted]"],
  // Signed links of media (scontent, lookaside) and of upload sessions.
  [new RegExp(`(${START}(?:oh|oe|sig|signature|hash)${EQUALS})${VALUE}`, "gi"), "$1[redacted]"],
  // A WhatsApp access token, in any position.
  [/\bEAA[A-Za-z0-9]{16,}/g, "[redacted]"],
  [/(\/\/)[^/\s@]+@/g, "$1[redacted]@"],
];

/**
 * Characters that control a terminal or are invisible to a reader: control characters (except newline and tab), line and
 * paragraph separators, zero-width characters and overrides of the writing direction.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Longest first: one secret may be the beginning of another. */
let secrets: { value: string; pattern: RegExp }[] = [];

/** Longer values are searched in parts of about this length: the pattern of a whole one could exceed the stack. */
const MAX_PATTERN_LENGTH = 512;

/** From now on {@link redact} removes `value` from every text. Values shorter than {@link MIN_SECRET_LENGTH} are ignored. */
export function registerSecret(value: string): void {
  const parts = Math.ceil(value.length / MAX_PATTERN_LENGTH);
  const length = Math.ceil(value.length / parts);
  for (let part = 0; part < parts; part += 1) registerPart(value.slice(part * length, (part + 1) * length));
}

function registerPart(value: string): void {
  if (value.length < MIN_SECRET_LENGTH || secrets.some((secret) => secret.value === value)) return;
  secrets = [...secrets, { value, pattern: secretPattern(value) }].sort((a, b) => b.value.length - a.value.length);
}

/**
 * Makes a text safe for a log, an error or a report: registered secrets ({@link registerSecret}), credentials, session
 * tokens and the signatures of signed links become `[redacted]`, also when percent-encoded; control characters and direction
 * overrides become visible (`\u001b`). Newlines and tabs are kept. Redacting a text twice gives the same text.
 */
export function redact(text: string): string {
  let clean = text;
  for (const { pattern } of secrets) clean = clean.replace(pattern, "[redacted]");
  for (const [shape, replacement] of SHAPES) clean = clean.replace(shape, replacement);
  return visible(clean);
}

/** {@link redact}, for remote text inside a message: on one line. */
export function redactedLine(text: string): string {
  return visible(redact(text).replace(/\s+/g, " ").trim());
}

/** Remote text must neither control a terminal nor look like different text. */
function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u${hex(character.charCodeAt(0), 4)}`);
}

/**
 * Matches each character percent-encoded (once or repeatedly), as in JSON, or plain. The longer spellings come first: a plain
 * `%` would match the beginning of an encoded one and leave the rest.
 */
function secretPattern(value: string): RegExp {
  const spellings = Array.from(value, (character) => {
    const percent = Array.from(Buffer.from(character), (byte) => `%(?:25)*${anyCase(hex(byte, 2))}`).join("");
    return `(?:${percent}|\\\\u${anyCase(hex(character.charCodeAt(0), 4))}|\\\\?${literal(character)})`;
  });
  return new RegExp(spellings.join(""), "g");
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

function anyCase(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
