import { SlidingSecond } from "./sliding-second.ts";

export interface MetricsView {
  total: number;
  /** Most requests that arrived in any sliding second, refused ones too. */
  maxPerSecond: number;
  /** By "METHOD route", then by status. */
  requests: Record<string, Record<string, number>>;
}

/** Counts the requests of both planes by route and status. */
export class RequestMetrics {
  #total = 0;
  #most = 0;
  #window = new SlidingSecond();
  #requests = new Map<string, Map<number, number>>();

  arrived(now: number): void {
    this.#total += 1;
    this.#window.add(now);
    this.#most = Math.max(this.#most, this.#window.countAt(now));
  }

  answered(route: string, status: number): void {
    const byStatus = this.#requests.get(route) ?? new Map<number, number>();
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    this.#requests.set(route, byStatus);
  }

  reset(): void {
    this.#total = 0;
    this.#most = 0;
    this.#window = new SlidingSecond();
    this.#requests.clear();
  }

  view(): MetricsView {
    const requests = Object.fromEntries(
      [...this.#requests].map(([route, counts]) => [route, Object.fromEntries(counts)]),
    );
    return { total: this.#total, maxPerSecond: this.#most, requests };
  }
}
