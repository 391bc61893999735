import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EmulatorHandle } from "../../../src/emulator/index.ts";
import type { Result } from "../../engine/harness/command.ts";
import { removeEmptySidecars } from "../../engine/harness/empty-sidecars.ts";
import { Console, emulator } from "../../engine/harness/scenario.ts";
import { Workspace } from "../../engine/harness/workspace.ts";
import { type Checkpoint, connectionsIn, readCheckpoint } from "./checkpoint.ts";
import { FaultProxy, passOn, type Row } from "./fault-proxy.ts";
import { differences, excerpt, repetitions, stateFaults } from "./findings.ts";
import type { History } from "./history.ts";
import { isAlive, isEngine, kill, type Process, processesIn, whenGone } from "./processes.ts";
import { AFTER, BEFORE, DRIFTED, declaredIn, type StackFile } from "./stack-files.ts";

/** The killed processes: only the engine, or the launcher, engine, language host, program and provider. */
export type Mode = "engine" | "family";

interface Operation {
  /** The state before the operation. */
  from: "nothing" | "before" | "drifted";
  file: StackFile;
  command: readonly string[];
  /** A second command that applies the file to the account, if the operation itself does not. */
  followedBy?: readonly string[];
  leaves: Record<string, string>;
}

const UP = ["up", "-y", "-f"];

export const OPERATIONS = {
  up: { from: "nothing", file: BEFORE, command: UP, leaves: declaredIn(BEFORE) },
  update: { from: "before", file: AFTER, command: UP, leaves: declaredIn(AFTER) },
  destroy: { from: "before", file: BEFORE, command: ["destroy", "-y", "-f"], leaves: {} },
  refresh: {
    from: "drifted",
    file: BEFORE,
    command: ["refresh", "-y", "-f"],
    followedBy: UP,
    leaves: declaredIn(BEFORE),
  },
  "up --refresh": { from: "drifted", file: AFTER, command: [...UP, "--refresh"], leaves: declaredIn(AFTER) },
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/** The time within which all processes must exit after the engine, as documented in docs/reliability.md. */
const EXIT_LIMIT_MS = 2000;
/** Requests that were sent before the end of the engine may arrive this much later. */
const IN_FLIGHT_MS = 100;
/** The latency per request, long enough for requests of several resources to overlap. */
const LATENCY_MS = 40;

const STACK = "dev";
const KILLED = "killed";

interface Kill {
  row: Row;
  victims: Process[];
  /** The time at which the engine had ended, by `performance.now()`. */
  deadAt: Promise<number>;
}

/** The result if the operation sends fewer than k requests. */
export interface NotReached {
  requests: number;
  faults: string[];
}

/** An account, a project, and a proxy between them that kills processes at the k-th request. */
export class KillStage {
  readonly #mode: Mode;
  readonly #workspace: Workspace;
  readonly #proxy: FaultProxy;
  readonly #account: string;

  private constructor(mode: Mode, workspace: Workspace, proxy: FaultProxy) {
    this.#mode = mode;
    this.#workspace = workspace;
    this.#proxy = proxy;
    this.#account = join(workspace.folder, "account.json");
  }

  static async create(mode: Mode): Promise<KillStage> {
    const proxy = await FaultProxy.start("http://127.0.0.1");
    const stage = new KillStage(mode, await Workspace.create(proxy.url, { MYCOBOT_RATE: "50" }), proxy);
    await stage.#prepare();
    return stage;
  }

  async close(): Promise<void> {
    await this.#proxy.close();
    await this.#workspace.remove();
  }

  /** Kills the operation at its k-th request, recovers, and checks all conditions. */
  async history(name: OperationName, k: number): Promise<History | NotReached> {
    const operation: Operation = OPERATIONS[name];
    const account = await this.#start(operation.from);
    try {
      await this.#workspace.writeStack(STACK, operation.file);
      const { killed, first } = await this.#run(operation.command, k);
      if (killed === undefined) {
        const faults = first.code === 0 ? [] : [`failed without a kill: ${excerpt(first.output)}`];
        return { requests: this.#proxy.rows.filter(({ door }) => door === KILLED).length, faults };
      }
      const { method, path } = killed.row;
      const what = `k ${k}, ${this.#mode}, ${method} ${path.replace(/^.*\//, "").replace(/^[0-9a-f-]{10,}$/, "ID")}`;
      const history: History = { part: "kill", group: name, what, explained: [], faults: [] };
      await this.#recover(operation, killed, account, history);
      return history;
    } finally {
      await account.close();
      for (const left of processesIn(this.#workspace.folder)) kill(left);
    }
  }

  async #prepare(): Promise<void> {
    const nothing = await this.#emulator();
    await this.#workspace.init(STACK);
    await nothing.close();
    await this.#keep("nothing");

    const before = await this.#emulator();
    await this.#workspace.writeStack(STACK, BEFORE);
    await this.#command(UP, "the first up");
    await before.close();
    await this.#keep("before");

    const drifted = await this.#emulator();
    const people = new Console(drifted.url);
    const { id } = (await people.templates()).find(({ name }) => name === DRIFTED.name) ?? {};
    await people.graph("POST", String(id), { components: [{ type: "BODY", text: DRIFTED.text }] });
    await people.templates(); // reading completes the review
    await drifted.close();
    await this.#keep("drifted");
  }

  async #command(args: readonly string[], what: string): Promise<void> {
    const { code, output } = await this.#workspace.pulumi([...args, "-s", STACK]);
    if (code !== 0) throw new Error(`${what} failed:\n${output}`);
  }

  async #emulator(): Promise<EmulatorHandle> {
    const account = await emulator({ rate: 0, quotas: false, connect: "auto", stateFile: this.#account });
    this.#proxy.reset(account.url);
    return account;
  }

  async #keep(name: string): Promise<void> {
    await cp(this.#account, `${this.#account}.${name}`);
    await cp(join(this.#workspace.folder, "state"), join(this.#workspace.folder, `state.${name}`), { recursive: true });
  }

  async #start(from: Operation["from"]): Promise<EmulatorHandle> {
    const state = join(this.#workspace.folder, "state");
    await rm(state, { recursive: true });
    await cp(`${state}.${from}`, state, { recursive: true });
    await cp(`${this.#account}.${from}`, this.#account);
    return this.#emulator();
  }

  async #run(command: readonly string[], k: number): Promise<{ killed: Kill | undefined; first: Result }> {
    const kills: Kill[] = [];
    this.#proxy.faultFor = ({ door }) =>
      door !== KILLED
        ? undefined
        : async (exchange) => {
            if (exchange.row.n === k) kills.push(this.#kill(exchange.row));
            await pause(LATENCY_MS);
            await passOn(exchange);
          };
    const env = { MATON_API_URL: this.#proxy.door(KILLED) };
    const first = await this.#workspace.pulumi([...command, "-s", STACK], { env });
    return { killed: kills[0], first };
  }

  #kill(row: Row): Kill {
    const family = processesIn(this.#workspace.folder);
    const engines = family.filter(isEngine);
    for (const victim of this.#mode === "engine" ? engines : family) kill(victim);
    return { row, victims: family, deadAt: endOf(engines) };
  }

  async #recover(operation: Operation, killed: Kill, account: EmulatorHandle, history: History): Promise<void> {
    const { explained, faults } = history;
    const deadAt = await killed.deadAt;
    const gone = whenGone(killed.victims, deadAt, EXIT_LIMIT_MS);
    const cut = await readCheckpoint(this.#workspace, STACK);

    await this.#cancel(history);
    await this.#again(operation.command, history);
    if (operation.followedBy !== undefined) await this.#again(operation.followedBy, history);

    const exitMs = await gone;
    if (exitMs !== undefined) history.exitMs = exitMs;
    else {
      const alive = killed.victims.filter(isAlive).map(({ command }) => command.slice(0, 60));
      faults.push(`alive ${EXIT_LIMIT_MS} ms after the engine's death: ${alive.join(", ")}`);
    }
    const late = this.#proxy.rows.filter(
      ({ door, isWrite, at }) => door === KILLED && isWrite && at > deadAt + IN_FLIGHT_MS,
    );
    if (late.length > 0) faults.push(`${late.length} writes after the engine's death`);

    const checkpoint = await readCheckpoint(this.#workspace, STACK);
    if (operation.command[0] === "destroy") {
      if (checkpoint.resources.length > 0) faults.push(`the state still has ${checkpoint.resources.length} resources`);
      if (checkpoint.pending.length > 0) faults.push(`${checkpoint.pending.length} pending operations`);
    } else await this.#settle(checkpoint, history);

    faults.push(...differences(account, operation.leaves), ...repetitions(this.#proxy.rows));
    faults.push(...stateFaults(account, await readCheckpoint(this.#workspace, STACK)));
    // Counted here, because requests that were in flight during the kill have arrived by now.
    const unknownConnections = connectionsIn(cut).length === 0 ? this.#madeConnections().length : 0;
    const expected = operation.command[0] === "destroy" ? 1 : 2;
    const more = account.state().connections.length - expected;
    if (more > unknownConnections || more > 1 || more < 0) faults.push(`${more} connections more than declared`);
    else if (more === 1) explained.push("a connection whose id was not received");
    const left = processesIn(this.#workspace.folder);
    if (left.length > 0) faults.push(`${left.length} processes left: ${left.map(({ command }) => command).join(", ")}`);
  }

  async #cancel({ explained, faults }: History): Promise<void> {
    const cancel = () => this.#workspace.pulumi(["cancel", "-y", "-s", STACK]);
    const first = await cancel();
    if (first.code === 0) return;
    const torn = await removeEmptySidecars(join(this.#workspace.folder, "state"));
    if (torn > 0) explained.push("an empty .attrs file of the backend");
    const second = torn > 0 ? await cancel() : first;
    if (second.code !== 0) faults.push(`cancel failed: ${excerpt(second.output)}`);
  }

  /** Runs the command again. If it fails because the deletion of a connection is unconfirmed, accepts the loss. */
  async #again(command: readonly string[], { explained, faults }: History): Promise<void> {
    const again = await this.#workspace.pulumi([...command, "-s", STACK]);
    if (again.code === 0) return;
    const [deletion] = this.#proxy.rows.filter(
      ({ door, method, path, tookEffect }) =>
        door === KILLED && method === "DELETE" && path.startsWith("/connections/") && tookEffect,
    );
    const id = deletion?.path.split("/").at(-1);
    const loss = `connection:${id}`;
    if (id === undefined || !again.output.includes(`MYCOBOT_ACCEPT_LOSS=${loss}`)) {
      faults.push(`${command.join(" ")} failed: ${excerpt(again.output)}`);
      return;
    }
    explained.push("MYCOBOT_ACCEPT_LOSS=connection:ID");
    const accepted = await this.#workspace.pulumi([...command, "-s", STACK], { env: { MYCOBOT_ACCEPT_LOSS: loss } });
    if (accepted.code !== 0) faults.push(`failed with the loss accepted: ${excerpt(accepted.output)}`);
  }

  /** Expects no changes in refresh and preview. The documented command must remove pending creates and nothing else. */
  async #settle(before: Checkpoint, { explained, faults }: History): Promise<void> {
    const others = before.pending.filter(({ type }) => type !== "creating");
    if (others.length > 0) faults.push(`pending operations: ${others.map(({ type }) => type).join(", ")}`);
    const clear = before.pending.length > 0 ? ["--clear-pending-creates"] : [];
    if (before.pending.length > 0) explained.push(`${before.pending.length} pending creates`);
    const writes = this.#proxy.writes.length;
    const refresh = await this.#workspace.refresh(STACK, [...clear, "--expect-no-changes"]);
    if (refresh.code !== 0) faults.push(`refresh is not empty: ${excerpt(refresh.output)}`);
    const after = await readCheckpoint(this.#workspace, STACK);
    if (after.pending.length > 0) faults.push(`${after.pending.length} pending operations after ${clear.join()}`);
    if (comparable(before) !== comparable(after)) faults.push("refresh changed the state");
    const preview = await this.#workspace.preview(STACK, ["--expect-no-changes"]);
    if (preview.code !== 0) faults.push(`preview is not empty: ${excerpt(preview.output)}`);
    if (this.#proxy.writes.length > writes) faults.push("refresh or preview wrote to the account");
  }

  #madeConnections(): Row[] {
    return this.#proxy.rows.filter(
      ({ door, method, path, tookEffect }) =>
        door === KILLED && method === "POST" && path === "/connections" && tookEffect,
    );
  }
}

async function endOf(engines: readonly Process[]): Promise<number> {
  const since = performance.now();
  const passed = await whenGone(engines, since, 10_000);
  if (passed === undefined) throw new Error("the engine survived a SIGKILL");
  return since + passed;
}

/** The resources without the properties that a refresh may update, such as review results and timestamps. */
function comparable({ resources }: Checkpoint): string {
  return JSON.stringify(
    resources.map(({ urn, id, inputs }) => ({ urn, id, inputs })).sort((a, b) => (a.urn < b.urn ? -1 : 1)),
  );
}
