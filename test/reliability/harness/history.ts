import type { RunnerTestCase } from "vitest";

/** One history: a failure at one point, the recovery, and a check of all conditions. */
export interface History {
  part: "kill" | "matrix" | "list lag" | "ownership";
  /** The group in the table: an operation or a kind of history. */
  group: string;
  /** The failure and its location. */
  what: string;
  /** Outcomes that docs/reliability.md documents, in a few words each. */
  explained: string[];
  /** Violated conditions. */
  faults: string[];
  /** Milliseconds from the end of the engine to the end of its last process. */
  exitMs?: number;
}

declare module "vitest" {
  interface TaskMeta {
    histories?: History[];
  }
}

/** Adds the history to the report of the soak. */
export function record(task: Readonly<RunnerTestCase>, history: History): History {
  task.meta.histories ??= [];
  task.meta.histories.push(history);
  return history;
}

/** One line for each fault, so that an assertion shows all of them. */
export function faultsIn(histories: readonly History[]): string[] {
  return histories.flatMap(({ group, what, faults }) => faults.map((fault) => `${group}, ${what}: ${fault}`));
}

/** The strings of a list of `condition && "violation"` elements. */
export function complaints(list: readonly (string | false | undefined)[]): string[] {
  return list.filter((one): one is string => typeof one === "string");
}
