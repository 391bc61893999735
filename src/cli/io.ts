import type { Readable, Writable } from "node:stream";
import type { Clock } from "../gateway/index.ts";

/** A stream for output; `isTTY` and `columns` are there on a terminal. */
export type OutputStream = Writable & { isTTY?: boolean; columns?: number };

/** Everything through which a command touches the world around the process. Tests hand in their own. */
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
  /** Milliseconds since the epoch, and waits. Default: the system's. */
  clock?: Clock;
  /** `20.19.0`. Default: the running Node's. */
  nodeVersion?: string;
}
