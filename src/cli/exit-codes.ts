import { ERRORS, type ErrorCode } from "../errors/index.ts";

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

export function exitCodeOf(code: ErrorCode): ExitCode {
  return EXIT[ERRORS[code].exit];
}
