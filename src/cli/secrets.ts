import { redact, registerSecret } from "../gateway/redact.ts";

/** Environment variables that hold secrets. */
const SECRETS = ["MATON_API_KEY", "WHATSAPP_ACCESS_TOKEN"];

type Env = Readonly<Record<string, string | undefined>>;

function secretsOf(env: Env): string[] {
  return SECRETS.flatMap((name) => env[name] ?? []);
}

/** Registers the secrets of the environment with the redactor. */
export function registerSecrets(env: Env): void {
  for (const secret of secretsOf(env)) registerSecret(secret);
}

/** Joiners are kept: emoji and Persian need them. Secrets contain none, so the text between joiners is searched. */
const JOINERS = /([\u200c\u200d])/;

/** Shorter beginnings of a secret are not hidden. */
const MIN_BEGINNING = 8;

/** A function that redacts the text of a file for output, including secrets that a quotation cuts off. */
export function cleaner(env: Env): (text: string) => string {
  const secrets = secretsOf(env).filter((secret) => secret.length > MIN_BEGINNING);
  return (text) => {
    const redacted = text.split(JOINERS).map((part, at) => (at % 2 === 1 ? part : redact(part)));
    return secrets.reduce(withoutBeginnings, redacted.join(""));
  };
}

/** Removes cut-off secrets: a message quotes the start of a long text, which may be the first half of one. */
function withoutBeginnings(text: string, secret: string): string {
  const beginning = secret.slice(0, MIN_BEGINNING);
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
