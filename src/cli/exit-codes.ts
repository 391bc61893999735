import type { ErrorCode } from "../errors/index.ts";

/** Exit codes of `mycobot`. Frozen: scripts branch on them. */
export const EXIT = {
  done: 0,
  failure: 1,
  differences: 2,
  invalid: 3,
  key: 4,
  rate: 5,
  safety: 6,
  rejected: 7,
  timedOut: 8,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The meaning of each code, for help. */
export const EXIT_MEANINGS: Readonly<Record<ExitCode, string>> = {
  0: "done",
  1: "failure",
  2: "differences found",
  3: "invalid input, configuration or usage",
  4: "API key refused or missing",
  5: "rate or quota exhausted",
  6: "refused for safety",
  7: "rejected by WhatsApp's review",
  8: "timed out waiting",
  130: "interrupted",
};

/** A new error code has to take its place here: the compiler asks for it. */
const EXIT_OF_ERROR: Readonly<Record<ErrorCode, ExitCode>> = {
  MYCO_USAGE: EXIT.invalid,
  MYCO_STACK_INVALID: EXIT.invalid,
  MYCO_STACK_NOT_FOUND: EXIT.invalid,
  MYCO_TEMPLATE_INVALID: EXIT.invalid,
  MYCO_PROFILE_INVALID: EXIT.invalid,
  MYCO_MESSAGE_INVALID: EXIT.invalid,
  MYCO_MEDIA_INVALID: EXIT.invalid,
  MYCO_MEDIA_UNREADABLE: EXIT.invalid,
  MYCO_MEDIA_UNWRITABLE: EXIT.failure,
  MYCO_KEY_MISSING: EXIT.key,
  MYCO_KEY_MALFORMED: EXIT.key,
  MYCO_KEY_REFUSED: EXIT.key,
  MYCO_ACCESS_TOKEN_MISSING: EXIT.key,
  MYCO_ACCESS_TOKEN_REFUSED: EXIT.key,
  MYCO_INSECURE_URL: EXIT.invalid,
  MYCO_CONNECTION_UNKNOWN: EXIT.invalid,
  MYCO_CONNECTION_NOT_ACTIVE: EXIT.invalid,
  MYCO_CONNECTION_AMBIGUOUS: EXIT.invalid,
  MYCO_GATEWAY_UNREACHABLE: EXIT.failure,
  MYCO_GATEWAY_TIMEOUT: EXIT.failure,
  MYCO_GATEWAY_RESPONSE: EXIT.failure,
  MYCO_GATEWAY_ERROR: EXIT.failure,
  MYCO_RATE_LIMITED: EXIT.rate,
  MYCO_QUOTA_EXHAUSTED: EXIT.rate,
  MYCO_WHATSAPP_ERROR: EXIT.failure,
  MYCO_TEMPLATE_UNKNOWN: EXIT.failure,
  MYCO_TEMPLATE_EXISTS: EXIT.failure,
  MYCO_TEMPLATE_NOT_EDITABLE: EXIT.failure,
  MYCO_TEMPLATE_LOCKED: EXIT.failure,
  MYCO_TEMPLATE_GENERATED: EXIT.failure,
  MYCO_GATEWAY_CHANGED: EXIT.safety,
  MYCO_STATE_TOO_NEW: EXIT.invalid,
  MYCO_DELETE_REFUSED: EXIT.safety,
  MYCO_LOSS_SUSPECTED: EXIT.safety,
  MYCO_CANNOT_LISTEN: EXIT.failure,
  MYCO_NOT_CONFIRMED: EXIT.safety,
  MYCO_TIMED_OUT: EXIT.timedOut,
  MYCO_INTERRUPTED: EXIT.interrupted,
  MYCO_INTERNAL: EXIT.failure,
};

export function exitCodeOf(code: ErrorCode): ExitCode {
  return EXIT_OF_ERROR[code];
}
