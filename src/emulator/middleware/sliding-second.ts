/** Times of the requests within the last second, on a monotonic clock. */
export class SlidingSecond {
  #times: number[] = [];

  /** The number of requests within the second that ends at `now`. */
  countAt(now: number): number {
    const first = this.#times.findIndex((time) => time > now - 1000);
    this.#times.splice(0, first < 0 ? this.#times.length : first);
    return this.#times.length;
  }

  add(now: number): void {
    this.#times.push(now);
  }

  /** Milliseconds until the oldest request leaves the window. */
  waitAt(now: number): number {
    return Math.max(0, (this.#times[0] ?? now) + 1000 - now);
  }
}
