import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chosen, chosenNumber } from "./choice.ts";
import { faultsIn, type History, record } from "./history.ts";
import { KillStage, type Mode, type NotReached, OPERATIONS, type OperationName } from "./kill-stage.ts";

/** The keys of an object literal with a complete type. */
const NAMES = Object.keys(OPERATIONS) as OperationName[];
/** The number of operations that the short form kills in each mode. */
const SHORT = 2;
/** The maximum k of the short form. For an operation with fewer requests, k is reduced modulo their number. */
const MAX_K = 12;

function isHistory(outcome: History | NotReached): outcome is History {
  return "part" in outcome;
}

/**
 * Declares the tests that kill each operation at every request or, in the short form, at one request that the seed
 * selects.
 */
export function killSweep(mode: Mode): void {
  let stage: KillStage;
  beforeAll(async () => {
    stage = await KillStage.create(mode);
  });
  afterAll(() => stage.close());

  async function one(name: OperationName): Promise<History[]> {
    const k = chosenNumber(`${name} ${mode}`, MAX_K);
    const outcome = await stage.history(name, k);
    if (isHistory(outcome)) return [outcome];
    expect(outcome.faults).toEqual([]);
    const second = await stage.history(name, 1 + (k % outcome.requests));
    return isHistory(second) ? [second] : [];
  }

  async function every(name: OperationName, report: (line: string) => Promise<unknown>): Promise<History[]> {
    const histories: History[] = [];
    for (let k = 1; ; k += 1) {
      const outcome = await stage.history(name, k);
      if (!isHistory(outcome)) {
        expect(outcome.faults).toEqual([]);
        await report(`${name}, ${mode}: sends ${outcome.requests} requests, so k ${k} is not reached`);
        return histories;
      }
      histories.push(outcome);
      const { what, exitMs, explained, faults } = outcome;
      const exit = exitMs === undefined ? "never" : `${Math.round(exitMs)} ms`;
      await report(`${name}, ${what}: exited after ${exit}; ${[...explained, ...faults].join("; ") || "no findings"}`);
    }
  }

  describe(`recovery by cancel and the same command after ${mode === "engine" ? "the engine was" : "the engine and all its processes were"} killed at the k-th request`, () => {
    it.for(chosen(NAMES, SHORT, (name) => `${name} ${mode}`))("%s", async (name, { task, annotate }) => {
      const histories = inject("soak") ? await every(name, annotate) : await one(name);
      for (const history of histories) record(task, history);
      expect(histories.length).toBeGreaterThan(0);
      expect(faultsIn(histories)).toEqual([]);
    });
  });
}
