import type { EmulatorHandle } from "../../../src/emulator/index.ts";
import type { Result } from "../../engine/harness/command.ts";
import { Console, emulator, WABA } from "../../engine/harness/scenario.ts";
import { type RunOptions, Workspace } from "../../engine/harness/workspace.ts";
import { readCheckpoint, templatesIn } from "./checkpoint.ts";
import { FaultProxy, type Row } from "./fault-proxy.ts";
import { excerpt, templatesOf } from "./findings.ts";

/** An account, a project with its stacks, and the faults found so far. */
export class Scene {
  readonly account: EmulatorHandle;
  readonly proxy: FaultProxy;
  readonly workspace: Workspace;
  readonly people: Console;
  readonly faults: string[] = [];

  private constructor(account: EmulatorHandle, proxy: FaultProxy, workspace: Workspace) {
    this.account = account;
    this.proxy = proxy;
    this.workspace = workspace;
    this.people = new Console(account.url);
  }

  static async create(...stacks: string[]): Promise<Scene> {
    const account = await emulator({ rate: 0, quotas: false, connect: "auto" });
    const proxy = await FaultProxy.start(account.url);
    const scene = new Scene(account, proxy, await Workspace.create(proxy.url, { MYCOBOT_RATE: "50" }));
    for (const stack of stacks) await scene.workspace.init(stack);
    return scene;
  }

  async close(): Promise<void> {
    await this.workspace.remove();
    await this.proxy.close();
    await this.account.close();
  }

  /** Creates a template outside of any stack. */
  async elsewhere(name: string, text: string): Promise<void> {
    const components = [{ type: "BODY", text }];
    await this.people.graph("POST", `${WABA}/message_templates`, {
      name,
      language: "en_US",
      category: "UTILITY",
      components,
    });
    await this.people.templates(); // reading completes the review
  }

  idOf(name: string): string | undefined {
    return templatesOf(this.account).find((held) => held.name === name)?.id;
  }

  textOf(name: string): string | undefined {
    return templatesOf(this.account).find((held) => held.name === name)?.text;
  }

  /** The URN of the template in the state. */
  async urnInState(stack: string, name: string): Promise<string> {
    const kept = templatesIn(await readCheckpoint(this.workspace, stack));
    return kept.find(({ outputs = {} }) => outputs.name === name)?.urn ?? "";
  }

  /** The URN of the template according to the current stack file. */
  async urnInFile(stack: string, name: string): Promise<string> {
    const steps = await this.workspace.previewSteps(stack);
    const inFile = steps.find(({ newState }) => newState?.inputs?.name === name)?.urn;
    // A resource without changes has no step; its URN is the one in the state.
    return inFile ?? this.urnInState(stack, name);
  }

  /** The write requests of the work, including rejected ones. */
  async writesOf(work: () => Promise<unknown>): Promise<Row[]> {
    const before = this.proxy.rows.length;
    await work();
    return this.proxy.rows.slice(before).filter(({ isWrite }) => isWrite);
  }

  expect(isSo: boolean, otherwise: string): void {
    if (!isSo) this.faults.push(otherwise);
  }

  async works(what: string, run: Promise<Result>): Promise<void> {
    const { code, output } = await run;
    this.expect(code === 0, `${what} failed: ${excerpt(output)}`);
  }

  async fails(what: string, run: Promise<Result>, reason: RegExp): Promise<void> {
    const { code, output } = await run;
    this.expect(code !== 0, `${what} did not fail`);
    this.expect(
      code === 0 || reason.test(output),
      `the error of ${what} does not state the reason: ${excerpt(output)}`,
    );
  }

  up(stack: string, args: readonly string[] = [], options: RunOptions = {}): Promise<void> {
    return this.works(`up ${args[0] ?? ""}`.trim(), this.workspace.up(stack, args, options));
  }

  /** Expects that a preview with refresh shows no changes. */
  async clean(stack: string, options: RunOptions = {}): Promise<void> {
    await this.works("preview", this.workspace.preview(stack, ["--refresh", "--expect-no-changes"], options));
  }
}
