import { describe, expect, test } from "vitest";
import { RateGate, sharedGate, type Ticket } from "../../../src/gateway/rate/rate-gate.ts";
import { SimulatedClock } from "./simulated-clock.ts";

function setUp(limit: number) {
  const clock = new SimulatedClock();
  const gate = new RateGate({ limit, clock, marginMs: 0 });
  const times: number[] = [];
  /** Enters the gate, and is answered at once. */
  const go = (options = {}) =>
    gate.enter(options).then((ticket) => {
      times.push(clock.now());
      ticket.answered();
      return ticket;
    });
  return { clock, gate, times, go };
}

describe("RateGate", () => {
  test("admits a burst, and the next one a window later", async () => {
    const { clock, times, go } = setUp(2);
    for (let count = 0; count < 5; count += 1) void go();
    await clock.run();
    expect(times).toEqual([0, 0, 1000, 1000, 2000]);
  });

  test("a request in progress keeps its slot until it is answered", async () => {
    const { clock, gate, times, go } = setUp(1);
    const ticket = await gate.enter();
    void go();
    await clock.run(5000);
    expect(times).toEqual([]);
    ticket.answered();
    ticket.abandoned();
    await clock.run();
    expect(times).toEqual([6000]);
  });

  test("the slot of a request that was not sent is free at once", async () => {
    const { clock, gate, times, go } = setUp(1);
    const ticket = await gate.enter();
    void go();
    await clock.run(700);
    ticket.unused();
    ticket.abandoned();
    await clock.run();
    expect(times).toEqual([700]);
  });

  test("an empty queue keeps no timer", async () => {
    const { clock, gate } = setUp(1);
    const leaving = new AbortController();
    gate.pause(60_000);
    const entering = gate.enter({ signal: leaving.signal });
    leaving.abort();
    await expect(entering).rejects.toBe(leaving.signal.reason);
    await clock.run();
    expect(clock.now()).toBe(0);
  });

  test("a pause holds back all requests", async () => {
    const { clock, gate, times, go } = setUp(5);
    gate.pause(3000);
    gate.pause(1000);
    void go();
    await clock.run();
    expect(times).toEqual([3000]);
  });

  test("slows down once per burst of rejections, and recovers by one per second", async () => {
    const { clock, gate, times, go } = setUp(4);
    const burst: Ticket[] = await Promise.all([gate.enter(), gate.enter()]);
    clock.after(10, () => {
      for (const ticket of burst) {
        ticket.answered();
        gate.slowDown(ticket.sentAt);
      }
    });
    await clock.run(500);
    for (let count = 0; count < 9; count += 1) void go();
    await clock.run();
    // 2 slots until 1010, both taken by the burst; then 3, and 4 from 2010 on.
    expect(times).toEqual([1010, 1010, 1010, 2010, 2010, 2010, 2010, 3010, 3010]);
  });

  test("a closed scope rejects requests at once, including waiting ones; others pass", async () => {
    const { clock, gate, times, go } = setUp(1);
    void go();
    const waiting = go({ scope: "a" });
    const other = go({ scope: "b" });
    gate.close("a", "the quota is exhausted", 60_000);
    await expect(waiting).rejects.toMatchObject({ code: "MYCO_QUOTA_EXHAUSTED", reopensInMs: 60_000 });
    await expect(go({ scope: "a" })).rejects.toThrow("the quota is exhausted");
    await clock.run(60_000);
    await other;
    void go({ scope: "a" });
    await clock.run();
    expect(times).toEqual([0, 1000, 60_000]);
  });

  test("an aborted request leaves the queue", async () => {
    const { clock, times, go } = setUp(1);
    const controller = new AbortController();
    void go();
    const given = go({ signal: controller.signal });
    void go();
    controller.abort(new Error("enough"));
    await expect(given).rejects.toThrow("enough");
    await expect(go({ signal: controller.signal })).rejects.toThrow("enough");
    await clock.run();
    expect(times).toEqual([0, 1000]);
  });
});

describe("sharedGate", () => {
  test("is one per key and servers, at the lowest requested rate", async () => {
    const clock = new SimulatedClock();
    const gate = sharedGate("key", ["http://a", "http://a"], 5, clock);
    expect(sharedGate("key", ["http://a", "http://a"], 1, clock)).toBe(gate);
    expect(sharedGate("other", ["http://a", "http://a"], 5, clock)).not.toBe(gate);
    expect(sharedGate("key", ["http://b", "http://b"], 5, clock)).not.toBe(gate);
    await gate.enter();
    let second = false;
    void gate.enter().then(() => {
      second = true;
    });
    await clock.run();
    expect(second).toBe(false);
  });
});
