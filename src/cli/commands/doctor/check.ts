import { isMycobotError, type MycobotError } from "../../../errors/index.ts";
import type { Connection, ProxyCall } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import type { Scope } from "../../scope/scope.ts";

/** The result of one check. */
export interface Finding {
  /** Name of the check. */
  name: string;
  status: "ok" | "warning" | "failed" | "skipped";
  /** What was found; for a skipped check, why. */
  message: string;
  /** What to do about it. */
  hint?: string;
  /** Exit code of the command for a failed check. */
  exitCode?: ExitCode;
}

/** What the checks have established so far, for those that follow. */
export interface Examination {
  readonly context: Context;
  /** This machine's time and the `Date` header of a response, in milliseconds since the epoch. */
  reading?: { here: number; there: number };
  /** The base URLs contain no app name or version. */
  usableUrls?: boolean;
  connections?: readonly Connection[];
  /** Parameters of calls through the ACTIVE connection. */
  connection?: ProxyCall;
  /** The same, once the grant is known to be valid. */
  call?: ProxyCall;
  /** Id of the account, once it has been read. */
  waba?: string;
}

/** A check that sends requests. */
export interface GatewayCheck {
  name: string;
  /**
   * Its findings; a response may also reveal the failure of another check. None if the check needs something that has not
   * been established: it is then reported as skipped.
   */
  run(examination: Examination, scope: Scope): Promise<Finding[]>;
}

/** A check that sends no requests. */
export interface LocalCheck {
  name: string;
  run(examination: Examination): Promise<Finding> | Finding;
}

export function passed(name: string, message: string): Finding {
  return { name, status: "ok", message };
}

export function warned(name: string, message: string, hint: string): Finding {
  return { name, status: "warning", message, hint };
}

export function failed(name: string, exitCode: ExitCode, message: string, hint = ""): Finding {
  return { name, status: "failed", message, hint, exitCode };
}

export function skipped(name: string, why: string): Finding {
  return { name, status: "skipped", message: why };
}

type Attempted<Value> = { value: Value; error?: never } | { error: MycobotError; value?: never };

/** A value, or the MycobotError thrown instead. Interruptions and defects are rethrown. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Attempted<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!isMycobotError(error) || error.code === "MYCO_INTERRUPTED") throw error;
    return { error };
  }
}
