import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LossGuard } from "../../../src/provider/account/loss-guard.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Reads `present` objects that are there and `absent` ones that are not; tells what became of the absent ones. */
async function verdicts(present: number, absent: number, accept = false): Promise<("gone" | "kept")[]> {
  const guard = new LossGuard({ accept: () => accept });
  for (let i = 0; i < present + absent; i += 1) guard.recordRead();
  const waiting = Array.from({ length: absent }, (_, i) => guard.missing(`template t${i}/en`));
  const settled = Promise.allSettled(waiting);
  await vi.runAllTimersAsync();
  return (await settled).map(({ status }) => (status === "fulfilled" ? "gone" : "kept"));
}

describe("LossGuard", () => {
  it.each([
    { present: 9, absent: 1, outcome: "gone", why: "one is gone" },
    { present: 0, absent: 5, outcome: "gone", why: "five are few, even when they are all" },
    { present: 24, absent: 6, outcome: "gone", why: "six are exactly a fifth" },
    { present: 23, absent: 6, outcome: "kept", why: "six are more than a fifth" },
    { present: 0, absent: 200, outcome: "kept", why: "all at once" },
  ])("$present present, $absent missing: $why", async ({ present, absent, outcome }) => {
    expect(await verdicts(present, absent)).toEqual(Array(absent).fill(outcome));
  });

  it("lets everything pass when the user accepts the loss", async () => {
    expect(await verdicts(0, 50, true)).toEqual(Array(50).fill("gone"));
  });

  it("waits while reads keep arriving, so that the first of many is not lost", async () => {
    const guard = new LossGuard({ accept: () => false, quietMs: 100 });
    const waiting: Promise<void>[] = [];
    for (let i = 0; i < 8; i += 1) {
      guard.recordRead();
      const missing = guard.missing(`template t${i}/en`);
      missing.catch(() => undefined);
      waiting.push(missing);
      await vi.advanceTimersByTimeAsync(60);
    }
    const settled = Promise.allSettled(waiting);
    await vi.runAllTimersAsync();
    expect((await settled).every(({ status }) => status === "rejected")).toBe(true);
  });

  it("names what to do", async () => {
    const guard = new LossGuard({ accept: () => false });
    const waiting = Array.from({ length: 6 }, (_, i) => {
      guard.recordRead();
      return guard.missing(`template t${i}/en`);
    });
    const settled = Promise.allSettled(waiting);
    await vi.runAllTimersAsync();
    const [first] = await settled;
    expect(first).toMatchObject({
      reason: { code: "MYCO_LOSS_SUSPECTED", hint: expect.stringContaining("MYCOBOT_ACCEPT_LOSS=1") },
    });
  });

  it("judges nobody while others are still being looked up, however long that takes", async () => {
    const guard = new LossGuard({ accept: () => false, quietMs: 100 });
    const waiting = Array.from({ length: 8 }, (_, i) => {
      guard.recordRead();
      return guard.missing(`template t${i}/en`, () => new Promise((resolve) => setTimeout(resolve, 500 * i, true)));
    });
    const settled = Promise.allSettled(waiting);
    await vi.runAllTimersAsync();
    expect((await settled).map(({ status }) => status)).toEqual(Array(8).fill("rejected"));
  });

  it("one that is not missing after all is no loss, and holds nobody up", async () => {
    const guard = new LossGuard({ accept: () => false, quietMs: 100 });
    const gone = guard.missing("template gone/en");
    const there = Array.from({ length: 9 }, (_, i) => guard.missing(`template there${i}/en`, async () => false));
    const unknown = guard.missing("template unknown/en", async () => {
      throw new Error("it cannot be read");
    });
    const settled = Promise.allSettled([gone, ...there, unknown]);
    await vi.runAllTimersAsync();
    expect((await settled).map(({ status }) => status)).toEqual([...Array(10).fill("fulfilled"), "rejected"]);
  });
});
