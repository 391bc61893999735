import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chosen, chosenNumber } from "./choice.ts";
import { faultsIn, type History, record } from "./history.ts";
import { KillStage, type Mode, type NotReached, OPERATIONS, type OperationName } from "./kill-stage.ts";

/** Keys of an object literal, whose type names them all. */
const NAMES = Object.keys(OPERATIONS) as OperationName[];
/** How many operations the short form kills, in each mode. */
const SHORT = 2;
/** The short form's k; an operation with fewer requests takes the rest of a division. */
const MOST = 12;

function isHistory(outcome: History | NotReached): outcome is History {
  return "part" in outcome;
}

/** Declares the tests that kill each operation at every request: at one of them that the seed chooses, in the short form. */
export function killSweep(mode: Mode): void {
  let stage: KillStage;
  beforeAll(async () => {
    stage = await KillStage.create(mode);
  });
  afterAll(() => stage.close());

  async function one(name: OperationName): Promise<History[]> {
    const k = chosenNumber(`${name} ${mode}`, MOST);
    const outcome = await stage.history(name, k);
    if (isHistory(outcome)) return [outcome];
    expect(outcome.faults).toEqual([]);
    const second = await stage.history(name, 1 + (k % outcome.requests));
    return isHistory(second) ? [second] : [];
  }

  async function every(name: OperationName, tell: (line: string) => Promise<unknown>): Promise<History[]> {
    const histories: History[] = [];
    for (let k = 1; ; k += 1) {
      const outcome = await stage.history(name, k);
      if (!isHistory(outcome)) {
        expect(outcome.faults).toEqual([]);
        await tell(`${name}, ${mode}: k ${k} is not reached, it sends ${outcome.requests} requests`);
        return histories;
      }
      histories.push(outcome);
      const { what, exitMs, explained, faults } = outcome;
      const exit = exitMs === undefined ? "never" : `${Math.round(exitMs)} ms`;
      await tell(`${name}, ${what}: gone after ${exit}; ${[...explained, ...faults].join("; ") || "clean"}`);
    }
  }

  describe(`the ${mode === "engine" ? "engine is" : "engine and all that it started are"} killed at the k-th request; cancel and the same command follow at once`, () => {
    it.for(chosen(NAMES, SHORT, (name) => `${name} ${mode}`))("%s", async (name, { task, annotate }) => {
      const histories = inject("soak") ? await every(name, annotate) : await one(name);
      for (const history of histories) record(task, history);
      expect(histories.length).toBeGreaterThan(0);
      expect(faultsIn(histories)).toEqual([]);
    });
  });
}
