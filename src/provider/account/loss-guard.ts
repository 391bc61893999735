import { MycobotError } from "../../errors/index.ts";

export interface LossGuardOptions {
  /** How long no further read may arrive before the missing ones are judged, in milliseconds. */
  quietMs?: number;
  /** `MYCOBOT_ACCEPT_LOSS=1`: the user knows, and lets it pass. */
  accept: () => boolean;
}

/** More than this many, and more than this share of what was read, is a mass disappearance. */
const FEW = 5;
const SHARE = 1 / 5;

/**
 * Tells a template that is gone from an account that suddenly looks empty.
 *
 * The engine reads one resource after another and drops each that a handler calls gone, so the first of many would be
 * lost before the pattern shows. Therefore a missing one waits until no further read arrives: either all have been read, or
 * all of the engine's workers wait here. Then all that wait are judged together, and a refusal holds for the whole run.
 *
 * With `--parallel 1` the engine offers one read at a time; then up to five may pass before the refusal.
 */
export class LossGuard {
  readonly #quietMs: number;
  readonly #accept: () => boolean;
  readonly #waiting: { label: string; pass: () => void; refuse: (error: MycobotError) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #read = 0;
  #looking = 0;
  #missing = 0;
  #refused = false;

  constructor(options: LossGuardOptions) {
    this.#quietMs = options.quietMs ?? 250;
    this.#accept = options.accept;
  }

  /** Every read of a managed object says so, whatever it finds. */
  seen(): void {
    this.#read += 1;
    if (this.#waiting.length > 0) this.#await();
  }

  /**
   * Resolves when the loss of this one is plausible, fails when it looks like a loss of the account. `confirm` takes a closer
   * look: false when it is not missing after all. While one is under way, none is judged.
   */
  async missing(label: string, confirm: () => Promise<boolean> = async () => true): Promise<void> {
    this.#looking += 1;
    try {
      if (!(await confirm())) return;
    } finally {
      this.#looking -= 1;
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
    if (this.#looking > 0) return; // whoever looks sets the timer again
    this.#refused ||= this.#missing > FEW && this.#missing > this.#read * SHARE;
    for (const { label, pass, refuse } of this.#waiting.splice(0)) {
      if (this.#refused) refuse(this.#suspicion(label));
      else pass();
    }
  }

  #suspicion(label: string): MycobotError {
    return new MycobotError(
      "MYCO_LOSS_SUSPECTED",
      `${label} is not in the account any more, and neither are ${this.#missing - 1} others of the ${this.#read} read in this run. So many at once look like lost access, not like deletions; the state keeps them`,
      {
        hint: "Check the connection and the WABA id. If they really were deleted, run again with MYCOBOT_ACCEPT_LOSS=1.",
      },
    );
  }
}
