import type { ExitCode } from "../exit-codes.ts";

/** A titled block of help, printed as it stands. */
interface HelpSection {
  title: string;
  lines: readonly string[];
}

/** What help and reference say about a command beyond its arguments and options. */
export interface CommandDetails {
  /** One line, for lists of commands. */
  summary: string;
  /** What it does, in a few sentences. */
  description: string;
  /** What stands on stdout without `--json`. */
  output: string;
  /** The object that `--json` prints, as a shape; absent for commands that have none. */
  json?: readonly string[];
  /** The exit codes that it can end with, each with what it means here. */
  exitCodes: Readonly<Partial<Record<ExitCode, string>>>;
  examples: readonly { run: string; does: string }[];
  sections?: readonly HelpSection[];
}
