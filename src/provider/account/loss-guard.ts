import { MycobotError } from "../../errors/index.ts";

export interface LossGuardOptions {
  /** Milliseconds without a further read before the missing templates are judged. */
  quietMs?: number;
  /** Whether the user accepts the loss (`MYCOBOT_ACCEPT_LOSS=1`). */
  accept: () => boolean;
}

/** A mass disappearance is more than this many, and more than this share of what was read. */
const FEW = 5;
const SHARE = 1 / 5;

/**
 * Distinguishes single deleted templates from an account that suddenly looks empty.
 *
 * The engine reads resources one by one and drops each that a handler reports as gone, so the first of many would be lost before
 * the pattern shows. A missing template therefore waits until no further read arrives: either everything has been read, or all
 * workers of the engine are waiting here. Then all of them are judged together, and a refusal applies to the rest of the run.
 *
 * With `--parallel 1` the engine reads one resource at a time, so up to {@link FEW} may pass before the refusal.
 */
export class LossGuard {
  readonly #quietMs: number;
  readonly #accept: () => boolean;
  readonly #waiting: { label: string; pass: () => void; refuse: (error: MycobotError) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #read = 0;
  #confirming = 0;
  #missing = 0;
  #refused = false;

  constructor(options: LossGuardOptions) {
    this.#quietMs = options.quietMs ?? 250;
    this.#accept = options.accept;
  }

  /** Counts a read of a managed template, whatever it finds. */
  recordRead(): void {
    this.#read += 1;
    if (this.#waiting.length > 0) this.#await();
  }

  /**
   * Resolves if the loss of this template is plausible. `confirm` checks it more closely and returns false if it is not missing
   * after all; nothing is judged while one is pending.
   *
   * @throws MYCO_LOSS_SUSPECTED if it looks like a loss of the account
   */
  async missing(label: string, confirm: () => Promise<boolean> = async () => true): Promise<void> {
    this.#confirming += 1;
    try {
      if (!(await confirm())) return;
    } finally {
      this.#confirming -= 1;
      if (this.#waiting.length > 0) this.#await();
    }
    this.#missing += 1;
    if (this.#accept()) return;
    await new Promise<void>((pass, refuse) => {
      this.#waiting.push({ label, pass, refuse });
      this.#await();
    });
  }

  #await(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#judge(), this.#quietMs);
  }

  #judge(): void {
    if (this.#confirming > 0) return; // the pending confirmation sets the timer again
    this.#refused ||= this.#missing > FEW && this.#missing > this.#read * SHARE;
    for (const { label, pass, refuse } of this.#waiting.splice(0)) {
      if (this.#refused) refuse(this.#suspicion(label));
      else pass();
    }
  }

  #suspicion(label: string): MycobotError {
    return new MycobotError(
      "MYCO_LOSS_SUSPECTED",
      `${label} and ${this.#missing - 1} others of the ${this.#read} templates read in this run are no longer in the account. So many at once suggest lost access, not deletions. Kept in state`,
      {
        hint: "Check the connection and the WABA id. If the templates were deleted, run again with MYCOBOT_ACCEPT_LOSS=1.",
      },
    );
  }
}
