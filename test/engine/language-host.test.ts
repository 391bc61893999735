import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { FakeEngine } from "../unit/provider/fake-engine.ts";

const root = join(import.meta.dirname, "../..");
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  return child;
}

it("when the engine ends, the language host exits and kills a plugin in which none of our code is loaded", async () => {
  const engine = new FakeEngine();
  const address = await engine.start();
  const host = start(join(root, "tools/engine/language-host.cjs"), address);
  const idle = start("-e", "setInterval(() => {}, 1000)", address);
  await Promise.all([once(idle, "spawn"), host.stdout && once(host.stdout, "data"), engine.watched()]);
  const ended = Promise.all([once(host, "exit"), once(idle, "exit")]);
  await engine.kill();
  expect(await ended).toEqual([
    [1, null],
    [null, "SIGKILL"],
  ]);
});
