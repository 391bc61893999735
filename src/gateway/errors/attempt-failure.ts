import type { FailureKind } from "../retry/retry-policy.ts";
import type { GatewayError } from "./gateway-error.ts";

/** One failed try: the error to throw when no retry follows, and whether one may. Internal to the gateway. */
export class AttemptFailure extends Error {
  readonly error: GatewayError;
  readonly kind: FailureKind;
  /** Minimum wait before the next try. */
  readonly waitMs: number;

  constructor(error: GatewayError, kind: FailureKind, waitMs = 0) {
    super(error.message);
    this.error = error;
    this.kind = kind;
    this.waitMs = waitMs;
  }
}
