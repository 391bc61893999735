import type { GatewayError } from "../errors/gateway-error.ts";
import type { FailureKind } from "./failure-kind.ts";

/** One failed try: the error to report when no other follows, and what it means for another. Never leaves the room. */
export class AttemptFailure extends Error {
  readonly error: GatewayError;
  readonly kind: FailureKind;
  /** Another try has to wait at least this long. */
  readonly waitMs: number;

  constructor(error: GatewayError, kind: FailureKind, waitMs = 0) {
    super(error.message);
    this.error = error;
    this.kind = kind;
    this.waitMs = waitMs;
  }
}
