import fc from "fast-check";
import { expect, test } from "vitest";
import { RateGate } from "../../src/gateway/rate/rate-gate.ts";
import { SimulatedClock } from "../unit/gateway/simulated-clock.ts";

const WINDOW = 1000;

interface Trip {
  /** When it enters the gate. */
  at: number;
  /** From the client to the server, and back. */
  up: number;
  down: number;
  /** When the client aborts, after sending; undefined if it waits for the answer. */
  patience: number | undefined;
}

interface Log {
  departures: number[];
  arrivals: number[];
  order: number[];
  lastAnswer: number;
}

/** Sends all trips through one gate and records when the server receives them. */
async function simulate(limit: number, trips: readonly Trip[]): Promise<Log> {
  const clock = new SimulatedClock();
  const gate = new RateGate({ limit, clock });
  const log: Log = { departures: [], arrivals: [], order: [], lastAnswer: 0 };
  trips.forEach((trip, index) => {
    clock.after(trip.at, async () => {
      const ticket = await gate.enter();
      log.order.push(index);
      log.departures.push(clock.now());
      clock.after(trip.up, () => log.arrivals.push(clock.now()));
      const answered = trip.up + trip.down;
      if (trip.patience !== undefined && trip.patience < answered) clock.after(trip.patience, ticket.abandoned);
      else clock.after(answered, ticket.answered);
      clock.after(answered, () => {
        log.lastAnswer = clock.now();
      });
    });
  });
  await clock.run();
  return log;
}

/** The maximum number of arrivals in any sliding window on the server. */
function mostInWindow(arrivals: readonly number[]): number {
  const sorted = [...arrivals].sort((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, time, last) => {
    while (time - (sorted[first] ?? time) >= WINDOW) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

const latency = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 900 }));
const trip = fc.record<Trip>({
  at: fc.integer({ min: 0, max: 3000 }),
  up: latency,
  down: latency,
  patience: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined, freq: 4 }),
});

test("no sliding second on the server exceeds the limit, for any network delays", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.array(trip, { minLength: 1, maxLength: 60 }),
      async (limit, trips) => {
        const log = await simulate(limit, trips);
        expect(log.arrivals).toHaveLength(trips.length);
        expect(mostInWindow(log.arrivals)).toBeLessThanOrEqual(limit);
      },
    ),
    { numRuns: 300 },
  );
});

test("requests are admitted in order of arrival", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(trip, { minLength: 1, maxLength: 40 }),
      async (limit, trips) => {
        const log = await simulate(limit, trips);
        const byArrival = trips
          .map((_, index) => index)
          .sort((a, b) => (trips[a]?.at ?? 0) - (trips[b]?.at ?? 0) || a - b);
        expect(log.order).toEqual(byArrival);
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  { latencyMs: 20, share: 0.97 },
  { latencyMs: 150, share: 0.85 },
])("keeps at least $share of the rate at $latencyMs ms latency", async ({ latencyMs, share }) => {
  const limit = 10;
  const count = 400;
  const still = { at: 0, up: latencyMs / 2, down: latencyMs / 2, patience: undefined };
  const log = await simulate(
    limit,
    Array.from({ length: count }, () => still),
  );
  // The burst of the first window does not count towards the sustained rate.
  const seconds = ((log.departures.at(-1) ?? 0) - (log.departures[0] ?? 0)) / 1000;
  expect((count - limit) / seconds / limit).toBeGreaterThanOrEqual(share);
});
