/** Shorter values would blank out ordinary words. */
const SHORTEST = 4;

/** Longest first: a secret may begin with another one. */
let secrets: { value: string; pattern: RegExp }[] = [];

/** From now on {@link redact} removes `value` from every text. Values below 4 characters are ignored. */
export function registerSecret(value: string): void {
  if (value.length < SHORTEST || secrets.some((secret) => secret.value === value)) return;
  secrets = [...secrets, { value, pattern: secretPattern(value) }].sort((a, b) => b.value.length - a.value.length);
}

export function secretPatterns(): RegExp[] {
  return secrets.map((secret) => secret.pattern);
}

/**
 * Each character percent-encoded (once or more often), as in JSON, or plain. The longer spellings first: a plain `%` would match the
 * beginning of an encoded one, and leave its rest.
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
