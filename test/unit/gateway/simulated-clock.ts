import type { Clock } from "../../../src/gateway/rate/clock.ts";

interface Timer {
  at: number;
  order: number;
  callback: () => void;
}

/** Time that passes only in {@link SimulatedClock.run}, from one timer to the next. */
export class SimulatedClock implements Clock {
  #now = 0;
  #order = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets time pass until `until`, or until no timer is left. */
  async run(until: number = Number.POSITIVE_INFINITY): Promise<void> {
    await settled();
    for (let next = this.#earliest(); next !== undefined && next.at <= until; next = this.#earliest()) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.callback();
      await settled();
    }
    if (Number.isFinite(until)) this.#now = until;
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  }
}

/** Resolves after all pending promise callbacks. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

/** A clock on which every wait ends at once but counts: for retries against real servers. */
export function hastyClock(): Clock & { waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    after: (ms, callback) => {
      const pending = setImmediate(() => {
        now += ms;
        waits.push(ms);
        callback();
      });
      return () => clearImmediate(pending);
    },
  };
}
