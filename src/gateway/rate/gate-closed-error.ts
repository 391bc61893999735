import { MycobotError } from "../../errors/index.ts";

/** A request was not sent, because requests of its kind are refused for a while. */
export class GateClosedError extends MycobotError {
  readonly reopensInMs: number;

  constructor(reason: string, reopensInMs: number) {
    super("MYCO_QUOTA_EXHAUSTED", reason);
    this.reopensInMs = reopensInMs;
  }
}
