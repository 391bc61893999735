import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OddGateway } from "../engine/harness/odd-gateway.ts";
import { TEST_KEY } from "../engine/harness/workspace.ts";
import { chosen } from "./harness/choice.ts";
import { faultTable, LIES } from "./harness/faults.ts";
import { faultsIn, record } from "./harness/history.ts";
import { OPERATIONS, runCell } from "./harness/operations.ts";

/** Stands for a host that has no business with the key. */
let foreign: OddGateway;
beforeAll(async () => {
  foreign = await OddGateway.start((response) => void response.end("{}"));
});
afterAll(() => foreign.close());

const FAULTS = Object.keys(faultTable(""));
const TIMES = { once: 1, always: Number.POSITIVE_INFINITY };
/** Cells of each operation in the short form. */
const SHORT = 8;

function cellsOf(operation: string) {
  return chosen(
    FAULTS.flatMap((fault) => Object.entries(TIMES).map(([often, times]) => ({ fault, often, times }))),
    SHORT,
    (cell) => `${operation}, ${cell.fault}, ${cell.often}`,
  );
}

it("the matrix is 42 faults by 12 operations", () => {
  expect([FAULTS.length, Object.keys(OPERATIONS).length]).toEqual([42, 12]);
});

describe("an operation under faults, and the run after it", () => {
  it.concurrent.for(Object.keys(OPERATIONS))("%s", async (operation, { task }) => {
    const table = faultTable(foreign.url);
    const histories = [];
    for (const { fault: name, often, times } of cellsOf(operation)) {
      const fault = table[name];
      if (fault === undefined) throw new RangeError(`no fault ${name}`);
      const trouble = { fault, times, lies: LIES.has(name), saysGone: name === "100/33 after" };
      const verdict = await runCell(operation, trouble, TEST_KEY);
      histories.push(record(task, { part: "matrix", group: operation, what: `${name}, ${often}`, ...verdict }));
    }
    expect(faultsIn(histories)).toEqual([]);
    expect(foreign.requests, "requests to where redirects point").toBe(0);
  });
});
