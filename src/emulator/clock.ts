const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const PERIODS = { SECOND, MINUTE, HOUR, DAY };

const UNITS: Record<string, number> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** Milliseconds of a duration: a number of milliseconds, or "500ms", "30s", "10m", "24h", "7d". Undefined for anything else. */
export function parseDuration(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? value : undefined;
  const [, amount, unit = "ms"] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(String(value).trim()) ?? [];
  const factor = UNITS[unit];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/**
 * The emulator's time: the machine's, moved forward on request. Review delays, name locks, edit budgets, quotas and
 * timestamps follow it; the rate limit and the latency do not.
 */
export class EmulatorClock {
  #base: () => number;
  #offset = 0;

  constructor(base: () => number = Date.now) {
    this.#base = base;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#base() + this.#offset;
  }

  /** The lead over the machine's clock, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  set offset(milliseconds: number) {
    this.#offset = milliseconds;
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}

let microseconds = 0;

/** RFC 3339 with six digits of a second, as Maton prints times. The last three digits are a counter. */
export function matonTime(milliseconds: number): string {
  microseconds = (microseconds + 7) % 1000;
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(microseconds).padStart(3, "0")}Z`;
}

/** "2023-08-22T19:05:53+0000", as Graph prints times. */
export function graphTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+0000`;
}
