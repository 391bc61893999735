import { type Clock, systemClock } from "./clock.ts";
import { ClosedScopes } from "./closed-scopes.ts";
import { Pace } from "./pace.ts";

export interface RateGateOptions {
  /** Requests per window: a whole number, at least 1. */
  limit: number;
  /** Length of the sliding window. Default 1000 ms. */
  windowMs?: number;
  /** Added to the window, for clocks that tick in whole milliseconds. Default 2 ms. */
  marginMs?: number;
  /** How long after it was given up an unanswered request may still reach the server. Default 1000 ms. */
  strayMs?: number;
  /** After a refusal the halved limit grows by one per this time. Default 1000 ms. */
  recoverMs?: number;
  clock?: Clock;
}

export interface EnterOptions {
  /** Requests of a closed scope are refused ({@link RateGate.close}). */
  scope?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** The right to send one request. One of its functions has to be called, as soon as it is known which; further calls do nothing. */
export interface Ticket {
  readonly sentAt: number;
  /** The server has seen the request: its response has begun, or no connection came about. */
  answered(): void;
  /** Nobody waits any longer, but the request may still be on its way to the server. */
  abandoned(): void;
  /** The request was not sent: the next one may go in its place at once. */
  unused(): void;
}

interface Waiter {
  scope: string | undefined;
  admit(): void;
  refuse(reason: unknown): void;
}

/**
 * Lets at most `limit` requests through in any sliding window, as the server sees them.
 *
 * When a request leaves is not when it arrives: two that leave a second apart can arrive together. So a slot is not freed a
 * window after the departure but a window after the response began, because the server saw the request before that. Whatever
 * the network does in between, no window on the server's side ever holds more than `limit` arrivals; the price is
 * a rate of `limit / (window + latency)`.
 *
 * First come, first served.
 */
export class RateGate {
  readonly #windowMs: number;
  readonly #strayMs: number;
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #closed: ClosedScopes;
  readonly #queue: Waiter[] = [];
  #inFlight = 0;
  /** When each slot of a finished request becomes free. */
  #freeAt: number[] = [];
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #cancelWake: () => void = () => {};

  constructor(options: RateGateOptions) {
    this.#windowMs = (options.windowMs ?? 1000) + (options.marginMs ?? 2);
    this.#strayMs = options.strayMs ?? 1000;
    this.#clock = options.clock ?? systemClock;
    this.#pace = new Pace(options.limit, options.recoverMs ?? 1000);
    this.#closed = new ClosedScopes(this.#clock);
  }

  /**
   * Waits for a turn.
   * @throws {GateClosedError} when the scope is closed, now or while waiting
   * @throws the signal's reason when it aborts first
   */
  enter({ scope, signal }: EnterOptions = {}): Promise<Ticket> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.#closed.check(scope);
      const onAbort = () => {
        this.#queue.splice(this.#queue.indexOf(waiter), 1);
        // No waiter is left: a timer would keep the process alive.
        if (this.#queue.length === 0) this.#cancelWake();
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        scope,
        admit: () => {
          signal?.removeEventListener("abort", onAbort);
          resolve(this.#ticket());
        },
        refuse: (reason) => {
          signal?.removeEventListener("abort", onAbort);
          reject(reason);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#queue.push(waiter);
      this.#pump();
    });
  }

  /** Nobody is let through for `ms` milliseconds; a longer pause that already runs stays. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + ms);
    this.#pump();
  }

  /** Halves the limit for a while, once per burst: `sentAt` is when the refused request left. */
  slowDown(sentAt: number): void {
    this.#pace.slowDown(this.#clock.now(), sentAt);
    this.#pump();
  }

  /** From now on at most `limit` requests per window; a higher limit than before changes nothing. */
  capAt(limit: number): void {
    this.#pace.capAt(limit);
  }

  /** Refuses every request of `scope`, waiting ones too, for `ms` milliseconds. `reason` is a clause for the message. */
  close(scope: string, reason: string, ms: number): void {
    this.#closed.close(scope, reason, ms);
    for (const waiter of this.#queue.filter((one) => one.scope === scope)) {
      this.#queue.splice(this.#queue.indexOf(waiter), 1);
      waiter.refuse(this.#closed.errorOf(scope));
    }
  }

  #ticket(): Ticket {
    this.#inFlight += 1;
    let open = true;
    const leave = (slotMs?: number) => {
      if (!open) return;
      open = false;
      this.#inFlight -= 1;
      if (slotMs !== undefined) this.#freeAt.push(this.#clock.now() + slotMs);
      this.#pump();
    };
    return {
      sentAt: this.#clock.now(),
      answered: () => leave(this.#windowMs),
      abandoned: () => leave(this.#windowMs + this.#strayMs),
      unused: () => leave(),
    };
  }

  #pump(): void {
    this.#cancelWake();
    const now = this.#clock.now();
    this.#freeAt = this.#freeAt.filter((time) => time > now);
    const limit = this.#pace.limitAt(now);
    while (now >= this.#pausedUntil && this.#inFlight + this.#freeAt.length < limit) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      next.admit();
    }
    const wakeAt = this.#queue.length === 0 ? undefined : this.#nextChange(now);
    if (wakeAt !== undefined) this.#cancelWake = this.#clock.after(wakeAt - now, () => this.#pump());
  }

  /** When the answer to "may the next one leave?" can change by time alone. */
  #nextChange(now: number): number | undefined {
    if (now < this.#pausedUntil) return this.#pausedUntil;
    const times = [...this.#freeAt, this.#pace.risesAt(now) ?? Number.POSITIVE_INFINITY];
    const soonest = Math.min(...times);
    return Number.isFinite(soonest) ? soonest : undefined;
  }
}
