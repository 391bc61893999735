import { createHash } from "node:crypto";
import { type Clock, systemClock } from "./clock.ts";
import { ClosedScopes } from "./closed-scopes.ts";
import { Pace } from "./pace.ts";

const DEFAULTS = { windowMs: 1000, marginMs: 2, strayMs: 1000, recoverMs: 1000 };

/** All but `limit` have defaults. */
export interface RateGateOptions {
  /** Requests per window: a whole number, at least 1. */
  limit: number;
  /** Length of the sliding window. */
  windowMs?: number;
  /** Added to the window, for clocks that tick in whole milliseconds. */
  marginMs?: number;
  /** How long an abandoned, unanswered request may still take to reach the server. */
  strayMs?: number;
  /** After a rejection the halved limit grows by one per this time. */
  recoverMs?: number;
  clock?: Clock;
}

export interface EnterOptions {
  /** Requests of a closed scope are rejected ({@link RateGate.close}). */
  scope?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** The right to send one request. The holder calls one of its functions as soon as the outcome is known; further calls do nothing. */
export interface Ticket {
  readonly sentAt: number;
  /** The server has received the request (its response has begun), or never will (could not connect). */
  answered(): void;
  /** The caller has stopped waiting, but the request may still be on its way to the server. */
  abandoned(): void;
  /** The request was not sent: the next one may take its place at once. */
  unused(): void;
}

interface Waiter {
  scope: string | undefined;
  admit(): void;
  reject(reason: unknown): void;
}

/**
 * Admits at most `limit` requests in any sliding window, as counted by the server.
 *
 * Two requests sent a second apart can arrive together. A slot is therefore freed one window after the response has begun, not
 * one window after the request was sent: the server received the request before it answered. Whatever delays the network adds,
 * no window on the server's side holds more than `limit` arrivals. The cost is a rate of `limit / (window + latency)`.
 *
 * Waiting requests are admitted in order of arrival.
 */
export class RateGate {
  readonly #windowMs: number;
  readonly #strayMs: number;
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #closed: ClosedScopes;
  readonly #queue: Waiter[] = [];
  #inFlight = 0;
  /** When the slot of each finished request becomes free. */
  #freeAt: number[] = [];
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #cancelWake: () => void = () => {};

  constructor({ limit, clock = systemClock, ...times }: RateGateOptions) {
    const { windowMs, marginMs, strayMs, recoverMs } = { ...DEFAULTS, ...times };
    this.#windowMs = windowMs + marginMs;
    this.#strayMs = strayMs;
    this.#clock = clock;
    this.#pace = new Pace(limit, recoverMs);
    this.#closed = new ClosedScopes(this.#clock);
  }

  /**
   * Waits until the request may be sent.
   * @throws {GateClosedError} when the scope is closed, now or while waiting
   * @throws the signal's reason when it aborts first
   */
  enter({ scope, signal }: EnterOptions = {}): Promise<Ticket> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.#closed.check(scope);
      const onAbort = () => {
        this.#queue.splice(this.#queue.indexOf(waiter), 1);
        // With no waiter left, the timer would only keep the process alive.
        if (this.#queue.length === 0) this.#cancelWake();
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        scope,
        admit: () => {
          signal?.removeEventListener("abort", onAbort);
          resolve(this.#ticket());
        },
        reject: (reason) => {
          signal?.removeEventListener("abort", onAbort);
          reject(reason);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#queue.push(waiter);
      this.#pump();
    });
  }

  /** Admits no request for `ms` milliseconds; a longer pause in progress is kept. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + ms);
    this.#pump();
  }

  /** Halves the limit for a while, once per burst; `sentAt` is when the rejected request was sent. */
  slowDown(sentAt: number): void {
    this.#pace.slowDown(this.#clock.now(), sentAt);
    this.#pump();
  }

  /** Lowers the limit to `limit` requests per window; a higher limit than the current one changes nothing. */
  capAt(limit: number): void {
    this.#pace.capAt(limit);
  }

  /** Rejects every request of `scope`, including waiting ones, for `ms` milliseconds. `reason` is a clause for the message. */
  close(scope: string, reason: string, ms: number): void {
    this.#closed.close(scope, reason, ms);
    for (const waiter of this.#queue.filter((one) => one.scope === scope)) {
      this.#queue.splice(this.#queue.indexOf(waiter), 1);
      waiter.reject(this.#closed.errorOf(scope));
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

  /** The next moment at which the passage of time alone may admit a request. */
  #nextChange(now: number): number | undefined {
    if (now < this.#pausedUntil) return this.#pausedUntil;
    const times = [...this.#freeAt, this.#pace.risesAt(now) ?? Number.POSITIVE_INFINITY];
    const soonest = Math.min(...times);
    return Number.isFinite(soonest) ? soonest : undefined;
  }
}

const gatesByClock = new WeakMap<Clock, Map<string, RateGate>>();

/**
 * The only gate of this process for a key and its servers: Maton counts requests per account, so all clients that share a key
 * share one queue, at the lowest rate that any of them sets. (A gate with a clock of its own is for tests.)
 */
export function sharedGate(apiKey: string, origins: readonly string[], limit: number, clock: Clock): RateGate {
  const gates = gatesByClock.get(clock) ?? new Map<string, RateGate>();
  gatesByClock.set(clock, gates);
  const digest = createHash("sha256").update(apiKey).digest("hex");
  const name = [digest, ...new Set(origins)].join(" ");
  const gate = gates.get(name) ?? new RateGate({ limit, clock });
  gate.capAt(limit);
  gates.set(name, gate);
  return gate;
}
