/**
 * The number of requests per window that is allowed right now: the full limit, halved by each rejection, and raised by one
 * per `recoverMs` without another rejection.
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

  /** When the limit next rises; undefined at the full limit. */
  risesAt(now: number): number | undefined {
    if (this.limitAt(now) >= this.#full) return undefined;
    return this.#slowedAt + (Math.floor((now - this.#slowedAt) / this.#recoverMs) + 1) * this.#recoverMs;
  }

  /** Ignores rejections of requests that were sent before the last halving: they carry no new information. */
  slowDown(now: number, sentAt: number): void {
    if (sentAt < this.#slowedAt) return;
    this.#low = Math.max(1, Math.floor(this.limitAt(now) / 2));
    this.#slowedAt = now;
  }

  /** Lowers the full limit permanently; a higher value than the current one changes nothing. */
  capAt(limit: number): void {
    this.#full = Math.min(this.#full, limit);
  }
}
