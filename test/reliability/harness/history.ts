import type { RunnerTestCase } from "vitest";

/** One history: something goes wrong at one place, the recovery follows, and then everything is looked at. */
export interface History {
  part: "kill" | "matrix" | "list lag" | "ownership";
  /** The group in the table: an operation, a kind of history. */
  group: string;
  /** What went wrong, and where. */
  what: string;
  /** Outcomes that docs/reliability.md promises, each in a few words. */
  explained: string[];
  /** What must not be. */
  faults: string[];
  /** From the engine's death to the end of the last process that belonged to it. */
  exitMs?: number;
}

declare module "vitest" {
  interface TaskMeta {
    histories?: History[];
  }
}

/** Hands the history to the soak's report. */
export function record(task: Readonly<RunnerTestCase>, history: History): History {
  task.meta.histories ??= [];
  task.meta.histories.push(history);
  return history;
}

/** One line for each fault, for an assertion that shows all of them. */
export function faultsIn(histories: readonly History[]): string[] {
  return histories.flatMap(({ group, what, faults }) => faults.map((fault) => `${group}, ${what}: ${fault}`));
}

/** What is not undefined and not false: for lists of `condition && "what is wrong"`. */
export function complaints(list: readonly (string | false | undefined)[]): string[] {
  return list.filter((one): one is string => typeof one === "string");
}
