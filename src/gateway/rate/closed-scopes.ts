import { MycobotError } from "../../errors/index.ts";
import type { Clock } from "./clock.ts";

/** A request was not sent because its scope is closed for a while. */
export class GateClosedError extends MycobotError {
  readonly reopensInMs: number;

  constructor(reason: string, reopensInMs: number) {
    super("MYCO_QUOTA_EXHAUSTED", reason);
    this.reopensInMs = reopensInMs;
  }
}

/** Scopes whose requests are held back, each with its reason and end. */
export class ClosedScopes {
  readonly #clock: Clock;
  readonly #scopes = new Map<string, { reason: string; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  close(scope: string, reason: string, ms: number): void {
    const until = Math.max(this.#clock.now() + ms, this.#scopes.get(scope)?.until ?? 0);
    this.#scopes.set(scope, { reason, until });
  }

  check(scope: string | undefined): void {
    const error = scope === undefined ? undefined : this.errorOf(scope);
    if (error !== undefined) throw error;
  }

  errorOf(scope: string): GateClosedError | undefined {
    const closed = this.#scopes.get(scope);
    const left = closed === undefined ? 0 : closed.until - this.#clock.now();
    return closed === undefined || left <= 0 ? undefined : new GateClosedError(closed.reason, left);
  }
}
