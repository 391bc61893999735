/**
 * How many requests per window are allowed right now: the full limit, halved by each refusal,
 * and one more again per `recoverMs` without another.
 */
export class Pace {
  readonly #recoverMs: number;
  #full: number;
  #low: number;
  #slowedAt = Number.NEGATIVE_INFINITY;

  constructor(full: number, recoverMs: number) {
    this.#full = full;
    this.#low = full;
    this.#recoverMs = recoverMs;
  }

  limitAt(now: number): number {
    if (this.#low >= this.#full) return this.#full;
    return Math.min(this.#full, this.#low + Math.floor((now - this.#slowedAt) / this.#recoverMs));
  }

  /** The time of the next step up; undefined at the full limit. */
  risesAt(now: number): number | undefined {
    if (this.limitAt(now) >= this.#full) return undefined;
    return this.#slowedAt + (Math.floor((now - this.#slowedAt) / this.#recoverMs) + 1) * this.#recoverMs;
  }

  /** Refusals of requests that left before the last halving say nothing new, and halve nothing. */
  slowDown(now: number, sentAt: number): void {
    if (sentAt < this.#slowedAt) return;
    this.#low = Math.max(1, Math.floor(this.limitAt(now) / 2));
    this.#slowedAt = now;
  }

  /** Lowers the full limit for good; a higher one than before changes nothing. */
  capAt(limit: number): void {
    this.#full = Math.min(this.#full, limit);
  }
}
