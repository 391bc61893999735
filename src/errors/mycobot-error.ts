import type { ErrorCode } from "./codes.ts";

export interface ErrorDetails {
  /** What to do: one sentence, imperative. */
  hint?: string;
  /** The place: `file:line:col`, or the resource's name. */
  where?: string;
  cause?: unknown;
}

/**
 * The base class of every error that Mycobot throws deliberately.
 *
 * `message` contains what happened and why, `where` the place, `hint` what to do; `code` is stable, for scripts.
 */
export class MycobotError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly where: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = details.hint;
    this.where = details.where;
  }

  /** The error in one paragraph: place, what happened, what to do. */
  describe(): string {
    const place = this.where === undefined ? "" : `${this.where}: `;
    const advice = this.hint === undefined ? "" : ` ${this.hint}`;
    return `${place}${this.message.replace(/[.\s]*$/, ".")}${advice} [${this.code}]`;
  }
}

export function isMycobotError(value: unknown): value is MycobotError {
  return value instanceof MycobotError;
}
