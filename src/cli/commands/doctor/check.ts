import type { ExitCode } from "../../exit-codes.ts";

/** What was looked at, in the order of the checklist. */
export const CHECK_NAMES = [
  "settings",
  "app name",
  "gateway",
  "key",
  "connection",
  "grant",
  "account",
  "phone",
  "uploads",
  "categories",
  "engine",
  "node",
  "api version",
  "clock",
] as const;

export type CheckName = (typeof CHECK_NAMES)[number];

/** How one check came out. */
export interface Check {
  name: CheckName;
  status: "ok" | "warning" | "failed" | "skipped";
  /** What was found; for a skipped one, why. */
  message: string;
  /** What to do about it. */
  hint?: string;
  /** What a failed one makes the command end with. */
  exitCode?: ExitCode;
}

export function passed(name: CheckName, message: string): Check {
  return { name, status: "ok", message };
}

export function warned(name: CheckName, message: string, hint: string): Check {
  return { name, status: "warning", message, hint };
}

export function failed(name: CheckName, exitCode: ExitCode, message: string, hint: string): Check {
  return { name, status: "failed", message, hint, exitCode };
}

export function skipped(name: CheckName, why: string): Check {
  return { name, status: "skipped", message: why };
}
