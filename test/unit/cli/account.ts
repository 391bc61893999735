import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type EmulatorHandle, type EmulatorOptions, startEmulator } from "../../../src/emulator/index.ts";
import { DEFAULT_PHONE, DEFAULT_WABA } from "../../../src/emulator/options.ts";
import type { Clock } from "../../../src/gateway/index.ts";
import { type CliOptions, type CliResult, runCli } from "./run-cli.ts";

export { DEFAULT_PHONE, DEFAULT_WABA };

export const CONNECTION = "conn-shop";
export const KEY = "k-3kq9vz7w";

/** Without it, commands that read Pulumi's state would use the engine of this machine. */
const NO_ENGINE = { PULUMI_HOME: join(tmpdir(), "no-pulumi") };

export interface TestAccount {
  emulator: EmulatorHandle;
  /** Runs `mycobot` against the emulator, by default outside of any project. Its waits are over at once, and move the emulator's clock. */
  cli(argv: readonly string[], options?: CliOptions): Promise<CliResult>;
  /** Like `cli`, with what `--json` printed. */
  json(argv: readonly string[], options?: CliOptions): Promise<CliResult & { result: Record<string, unknown> }>;
  /** The emulator's control surface. */
  control(path: string, body: object): Promise<void>;
  /** How long each wait was, in milliseconds. */
  waits: number[];
  /** Happens after each wait. */
  onWait: { do: (waits: number) => unknown };
}

/** An emulator of its own, in this process. It is gone after the test. */
export async function testAccount(options: EmulatorOptions = {}): Promise<TestAccount> {
  const emulator = await startEmulator({ rate: 0, connection: CONNECTION, apiKey: KEY, ...options });
  onTestFinished(() => emulator.close());
  const waits: number[] = [];
  const onWait: TestAccount["onWait"] = { do: () => undefined };
  const clock: Clock = {
    now: () => emulator.clock.now(),
    after: (ms, callback) => {
      const pending = setImmediate(async () => {
        waits.push(ms);
        emulator.clock.advance(ms);
        await onWait.do(waits.length);
        callback();
      });
      return () => clearImmediate(pending);
    },
  };
  const cli: TestAccount["cli"] = (argv, { env, ...more } = {}) =>
    runCli(argv, {
      clock,
      cwd: tmpdir(),
      ...more,
      env: { MATON_API_URL: emulator.url, MATON_API_KEY: KEY, ...NO_ENGINE, ...env },
    });
  return {
    emulator,
    cli,
    waits,
    onWait,
    async json(argv, more) {
      const done = await cli([...argv, "--json"], more);
      return { ...done, result: JSON.parse(done.stdout || "{}") };
    },
    async control(path, body) {
      const answer = await fetch(`${emulator.url}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
    },
  };
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mycobot-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
