import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OddGateway } from "../engine/harness/odd-gateway.ts";
import { TEST_KEY } from "../engine/harness/workspace.ts";
import { chosen } from "./harness/choice.ts";
import { FALSE_RESPONSES, faultTable } from "./harness/faults.ts";
import { faultsIn, record } from "./harness/history.ts";
import { OPERATIONS, runCell } from "./harness/operations.ts";

/** A foreign host that must never receive a request. */
let foreign: OddGateway;
beforeAll(async () => {
  foreign = await OddGateway.start((response) => void response.end("{}"));
});
afterAll(() => foreign.close());

const FAULTS = Object.keys(faultTable(""));
const TIMES = { once: 1, always: Number.POSITIVE_INFINITY };
/** The number of cells of each operation in the short form. */
const SHORT = 8;

function cellsOf(operation: string) {
  return chosen(
    FAULTS.flatMap((fault) => Object.entries(TIMES).map(([often, times]) => ({ fault, often, times }))),
    SHORT,
    (cell) => `${operation}, ${cell.fault}, ${cell.often}`,
  );
}

it("the matrix has 42 faults and 12 operations", () => {
  expect([FAULTS.length, Object.keys(OPERATIONS).length]).toEqual([42, 12]);
});

describe("an operation with a fault and the following run", () => {
  it.concurrent.for(Object.keys(OPERATIONS))("%s", async (operation, { task }) => {
    const table = faultTable(foreign.url);
    const histories = [];
    for (const { fault: name, often, times } of cellsOf(operation)) {
      const fault = table[name];
      if (fault === undefined) throw new RangeError(`no fault ${name}`);
      const trouble = { fault, times, isFalse: FALSE_RESPONSES.has(name), isNotFound: name === "100/33 after" };
      const verdict = await runCell(operation, trouble, TEST_KEY);
      histories.push(record(task, { part: "matrix", group: operation, what: `${name}, ${often}`, ...verdict }));
    }
    expect(faultsIn(histories)).toEqual([]);
    expect(foreign.requests, "requests to the target of redirects").toBe(0);
  });
});
