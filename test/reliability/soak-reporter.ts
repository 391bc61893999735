import Table from "cli-table3";
import type { Reporter, TestCase, TestModule, TestSpecification } from "vitest/node";
import type { History } from "./harness/history.ts";

function say(text: string): void {
  return void process.stdout.write(`${text}\n`);
}

interface Sums {
  part: string;
  group: string;
  histories: number;
  explained: number;
  faults: number;
  /** The longest time from the end of an engine to the end of its last process. */
  exitMs: number | undefined;
}

function sumsOf(histories: readonly History[]): Sums[] {
  const groups = new Map<string, Sums>();
  for (const { part, group, explained, faults, exitMs } of histories) {
    const key = `${part} ${group}`;
    const sums = groups.get(key) ?? { part, group, histories: 0, explained: 0, faults: 0, exitMs: undefined };
    sums.histories += 1;
    sums.explained += explained.length > 0 ? 1 : 0;
    sums.faults += faults.length;
    if (exitMs !== undefined) sums.exitMs = Math.max(sums.exitMs ?? 0, exitMs);
    groups.set(key, sums);
  }
  return [...groups.values()].sort((a, b) => `${a.part} ${a.group}`.localeCompare(`${b.part} ${b.group}`));
}

function tableOf(histories: readonly History[]): string {
  const table = new Table({
    head: ["part", "operation", "histories", "with an explained outcome", "faults", "slowest exit"],
    style: { head: [], border: [] },
  });
  for (const { part, group, histories: count, explained, faults, exitMs } of sumsOf(histories)) {
    table.push([part, group, count, explained, faults, exitMs === undefined ? "" : `${Math.round(exitMs)} ms`]);
  }
  return table.toString();
}

/** The output of `npm run soak`: each kill while it runs, then all faults, a table, and the number of faults. */
export default class SoakReporter implements Reporter {
  readonly #since = performance.now();
  #errors = 0;

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    say(`soak: ${specifications.length} files`);
  }

  onTestCaseAnnotate(_testCase: TestCase, { message }: { message: string }): void {
    say(message);
  }

  onTestCaseResult(testCase: TestCase): void {
    const { state, errors } = testCase.result();
    const seconds = Math.round((testCase.diagnostic()?.duration ?? 0) / 1000);
    if (state === "skipped") return;
    say(`${state}: ${testCase.fullName} (${seconds} s)`);
    if (state !== "failed") return;
    // Faults are listed at the end of the run. Other failures are reported only here.
    if ((testCase.meta().histories ?? []).some(({ faults }) => faults.length > 0)) return;
    this.#errors += 1;
    for (const { message } of errors) say(`  ${message}`);
  }

  onTestModuleEnd(module: TestModule): void {
    for (const { message } of module.errors()) {
      this.#errors += 1;
      say(`  ${message}`);
    }
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
    const cases = modules.flatMap((module) => [...module.children.allTests()]);
    const histories = cases.flatMap((testCase) => testCase.meta().histories ?? []);
    for (const { message } of unhandled) say(`unhandled: ${message}`);
    const faults = histories.flatMap(({ part, group, what, faults }) =>
      faults.map((fault) => `${part}, ${group}, ${what}: ${fault}`),
    );
    for (const fault of faults) say(`FAULT ${fault}`);
    say(tableOf(histories));
    const minutes = ((performance.now() - this.#since) / 60_000).toFixed(1);
    const errors = this.#errors + unhandled.length;
    say(`${histories.length} histories in ${minutes} minutes, ${faults.length + errors} faults`);
    // A soak without any history proves nothing.
    if (histories.length === 0) process.exitCode = 1;
  }
}
