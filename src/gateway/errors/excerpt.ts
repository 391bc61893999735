import { redactedLine } from "../redact/index.ts";

const SHOWN = 120;

/** The beginning of a body, for a message: without secrets, on one line. Redacted before it is cut, lest half a secret stays. */
export function excerpt(text: string): string {
  const clean = redactedLine(text.slice(0, 8_000));
  return clean.length > SHOWN ? `${clean.slice(0, SHOWN)}…` : clean;
}
