import { performance } from "node:perf_hooks";
import type { MiddlewareHandler } from "hono";
import type { EmulatorEnv } from "../http-env.ts";
import { SlidingSecond } from "./sliding-second.ts";

export interface MetricsView {
  total: number;
  /** The maximum of requests in any sliding second, refused requests included. */
  maxPerSecond: number;
  /** By "METHOD route", then by status. */
  requests: Record<string, Record<string, number>>;
}

/** Counts the requests of both planes by route and status. */
export class RequestMetrics {
  #total = 0;
  #maxPerSecond = 0;
  #window = new SlidingSecond();
  #requests = new Map<string, Map<number, number>>();

  arrived(now: number): void {
    this.#total += 1;
    this.#window.add(now);
    this.#maxPerSecond = Math.max(this.#maxPerSecond, this.#window.countAt(now));
  }

  answered(route: string, status: number): void {
    const byStatus = this.#requests.get(route) ?? new Map<number, number>();
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    this.#requests.set(route, byStatus);
  }

  reset(): void {
    this.#total = 0;
    this.#maxPerSecond = 0;
    this.#window = new SlidingSecond();
    this.#requests.clear();
  }

  view(): MetricsView {
    const requests = Object.fromEntries(
      [...this.#requests].map(([route, counts]) => [route, Object.fromEntries(counts)]),
    );
    return { total: this.#total, maxPerSecond: this.#maxPerSecond, requests };
  }
}

const PATTERNS: readonly [RegExp, string][] = [
  [/^v\d+\.\d+$/, "{version}"],
  [/^\d+$/, "{id}"],
  [/^upload:/, "{upload}"],
  [/^[0-9a-f]{8}-[0-9a-f-]{27}$/, "{connection_id}"],
];

/** A path with its ids replaced, such as `/whatsapp-business/{version}/{id}/message_templates`. */
function routeOf(path: string): string {
  const named = (segment: string) => PATTERNS.find(([pattern]) => pattern.test(segment))?.[1] ?? segment;
  return path.split("/").map(named).join("/");
}

export function countRequests(metrics: RequestMetrics): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    if (c.req.path.startsWith("/_emulator")) return next();
    metrics.arrived(performance.now());
    await next();
    metrics.answered(`${c.req.method} ${routeOf(c.req.path)}`, c.get("notedStatus") ?? c.res.status);
  };
}
