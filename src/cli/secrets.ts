import { redact, registerSecret } from "../gateway/redact.ts";

/** Environment variables that hold secrets. */
const SECRETS = ["MATON_API_KEY", "WHATSAPP_ACCESS_TOKEN"];

type Env = Readonly<Record<string, string | undefined>>;

function secretsOf(env: Env): string[] {
  return SECRETS.flatMap((name) => env[name] ?? []);
}

/** From now on the redactor knows what the environment keeps secret. */
export function registerSecrets(env: Env): void {
  for (const secret of secretsOf(env)) registerSecret(secret);
}

/** Joiners stay: emoji and Persian need them. No secret has one, so it may be searched for between them. */
const JOINERS = /([\u200c\u200d])/;

/** So much of a secret's beginning is worth hiding. */
const SHORTEST_BEGINNING = 8;

/**
 * A text of a file, fit for every output: without secrets, also where a quotation ends within one, control characters and
 * direction overrides spelled out.
 */
export function cleaner(env: Env): (text: string) => string {
  const secrets = secretsOf(env).filter((secret) => secret.length > SHORTEST_BEGINNING);
  return (text) => {
    const redacted = text.split(JOINERS).map((part, at) => (at % 2 === 1 ? part : redact(part)));
    return secrets.reduce(withoutBeginnings, redacted.join(""));
  };
}

/** A message quotes the start of a long text, and that may be the first half of a secret. */
function withoutBeginnings(text: string, secret: string): string {
  const beginning = secret.slice(0, SHORTEST_BEGINNING);
  let clean = "";
  let done = 0;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, done)) {
    let length = beginning.length;
    while (length < secret.length && text[at + length] === secret[length]) length += 1;
    clean += `${text.slice(done, at)}[redacted]`;
    done = at + length;
  }
  return clean + text.slice(done);
}
