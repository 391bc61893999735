import type { Readable, Writable } from "node:stream";
import type { Clock } from "../gateway/index.ts";

/** An output stream; a terminal has `isTTY` and `columns`. */
export type OutputStream = Writable & { isTTY?: boolean; columns?: number };

/** All access of a command to the world outside the process. Tests pass their own. */
export interface Io {
  stdin: Readable;
  /** Data only. */
  stdout: OutputStream;
  /** Everything else. */
  stderr: OutputStream;
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute path. */
  cwd: string;
  /** Aborted by SIGINT or SIGTERM; `reason` is the signal's name. */
  interrupts: AbortSignal;
  /** Milliseconds since the epoch, and timers. Default: the system's. */
  clock?: Clock;
  /** `20.19.0`. Default: the running Node's. */
  nodeVersion?: string;
}
