import { expect, it } from "vitest";
import { Console, emulator, expectUp, textStack, WABA } from "../engine/harness/scenario.ts";
import { Workspace } from "../engine/harness/workspace.ts";
import { chosen } from "./harness/choice.ts";
import { FaultProxy, LaggingList } from "./harness/fault-proxy.ts";
import { differences, excerpt } from "./harness/findings.ts";
import { HandlerStack } from "./harness/handler-stack.ts";
import { complaints, faultsIn, type History, record } from "./harness/history.ts";

/** The text that the file declares for the template; `-` declares no template. */
const CONTENTS = { "-": undefined, A: "This is the first text of the note.", B: "This is a second text of the note." };
type Step = keyof typeof CONTENTS;
const STEPS = Object.keys(CONTENTS) as Step[]; // the keys of the object literal above
const OTHERS = { other_a: "Another text a for you.", other_b: "Another text b for you." };
/** The number of changes that the list lacks: one, or all. */
const LAGS = [1, 100];
const SHORT = 40;

function declaredAt(step: Step): Record<string, string> {
  const text = CONTENTS[step];
  return text === undefined ? OTHERS : { ...OTHERS, note: text };
}

interface Lagging {
  steps: Step[];
  refresh: boolean;
  behind: number;
}

function sequences(length: number): Step[][] {
  return length === 0 ? [[]] : sequences(length - 1).flatMap((steps) => STEPS.map((step) => [...steps, step]));
}

const CASES: Lagging[] = sequences(4).flatMap((steps) =>
  [false, true].flatMap((refresh) => LAGS.map((behind) => ({ steps, refresh, behind }))),
);

function nameOf({ steps, refresh, behind }: Lagging): string {
  return `${steps.join(" ")}, ${refresh ? "with" : "without"} --refresh, ${behind === 1 ? "one change" : "everything"} behind`;
}

/** WhatsApp's error for a deleted name, the only correct result of a run that declares a deleted template again. */
const LOCKED = /2388023|lock/;

async function laggingHistory(lagging: Lagging): Promise<History> {
  const account = await emulator({ rate: 0, quotas: false, connect: "auto" });
  const proxy = await FaultProxy.start(account.url);
  const list = new LaggingList(account.url, WABA);
  const people = new Console(account.url);
  const stack = new HandlerStack(proxy.url);
  const faults: string[] = [];
  const keyed = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}/en_US`, text]));
  try {
    await stack.up(OTHERS, false);
    await people.templates(); // reading completes the review
    proxy.faultFor = list.faultFor;
    list.behind = lagging.behind;
    let before: Step = "-";
    let wasDeleted = false;
    for (const [index, step] of lagging.steps.entries()) {
      const writes = proxy.writes.length;
      const { errors } = await stack.up(declaredAt(step), lagging.refresh);
      await people.templates();
      const run = `run ${index + 1}`;
      const mustFail: boolean = wasDeleted && step !== "-";
      const expected = mustFail ? OTHERS : declaredAt(step);
      faults.push(
        ...differences(account, keyed(expected)).map((fault) => `${run}: ${fault}`),
        ...complaints([
          !mustFail && errors.length > 0 && `${run} failed: ${errors.join(" | ")}`,
          mustFail && errors.length === 0 && `${run} succeeded although the name is locked`,
          mustFail &&
            errors.length > 0 &&
            !LOCKED.test(errors.join()) &&
            `${run} does not name the lock: ${errors.join()}`,
          mustFail && stack.holds("note") && `${run}: the state contains a template that is not in the account`,
          proxy.writes.length - writes > (mustFail || before === step ? 0 : 1) && `${run} sent too many writes`,
        ]),
      );
      if (faults.length > 0) break; // later runs only repeat the fault
      wasDeleted ||= before !== "-" && step === "-";
      before = mustFail ? "-" : step;
    }
    list.behind = 0;
    if (faults.length === 0) {
      const { errors, calls } = await stack.up(declaredAt(before), true);
      faults.push(
        ...errors.map((error) => `failed without the lag: ${error}`),
        ...complaints([calls.length > 0 && `changes remain without the lag: ${calls.join()}`]),
      );
    }
  } finally {
    await proxy.close();
    await account.close();
  }
  return { part: "list lag", group: "handlers", what: nameOf(lagging), explained: [], faults };
}

it("every sequence of four runs with a stale list: no run reports unfinished work as done, and nothing is written twice", async ({
  task,
}) => {
  const histories = [];
  for (const lagging of chosen(CASES, SHORT, nameOf)) histories.push(record(task, await laggingHistory(lagging)));
  expect(faultsIn(histories)).toEqual([]);
});

it("the real engine with a stale list: an edit is sent once, and a refresh after up reads the template by id", async ({
  task,
}) => {
  const account = await emulator({ rate: 0, quotas: false, connect: "auto" });
  const proxy = await FaultProxy.start(account.url);
  const list = new LaggingList(account.url, WABA);
  const workspace = await Workspace.create(proxy.url);
  const people = new Console(account.url);
  const faults: string[] = [];
  try {
    await workspace.init("dev");
    await workspace.writeStack("dev", textStack(OTHERS));
    await expectUp(workspace, "dev");
    await people.templates();
    proxy.faultFor = list.faultFor;
    list.behind = 100;
    for (const step of ["A", "B", "A"] as const) {
      await workspace.writeStack("dev", textStack(declaredAt(step)));
      const up = await workspace.up("dev");
      if (up.code !== 0) faults.push(`up to ${step} failed: ${excerpt(up.output)}`);
      await people.templates();
      const writes = proxy.writes.length;
      const refresh = await workspace.refresh("dev");
      if (refresh.code !== 0) faults.push(`refresh after ${step} failed: ${excerpt(refresh.output)}`);
      const again = await workspace.up("dev", ["--refresh"]);
      if (again.code !== 0) faults.push(`up --refresh after ${step} failed: ${excerpt(again.output)}`);
      if (proxy.writes.length > writes) faults.push(`a write was repeated after ${step}`);
      const text = CONTENTS[step];
      faults.push(
        ...differences(account, {
          "other_a/en_US": OTHERS.other_a,
          "other_b/en_US": OTHERS.other_b,
          "note/en_US": text,
        }),
      );
    }
  } finally {
    await workspace.remove();
    await proxy.close();
    await account.close();
  }
  const history = record(task, {
    part: "list lag",
    group: "engine",
    what: "A B A, refresh and up --refresh after each",
    explained: [],
    faults,
  });
  expect(faultsIn([history])).toEqual([]);
});
