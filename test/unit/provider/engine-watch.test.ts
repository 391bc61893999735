import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { endPluginsOf, engineAddress, watchEngine } from "../../../src/provider/engine.ts";
import { FakeEngine } from "./fake-engine.ts";

let engine = new FakeEngine();
afterEach(async () => {
  await engine.kill();
  engine = new FakeEngine();
});

describe("the engine's end", () => {
  it("is seen at once, and every write is refused from then on", async () => {
    const watch = watchEngine(await engine.start());
    await engine.watched();
    await watch.assertAlive();
    const gone = once(watch.gone, "abort");
    await engine.kill();
    await gone;
    await expect(watch.assertAlive()).rejects.toThrow(/engine has ended, so no further request is sent/);
  });

  it("is found out by asking, too, before the watch has noticed", async () => {
    const address = await engine.start();
    const watch = watchEngine(address);
    await engine.watched();
    await engine.kill();
    await expect(watch.assertAlive()).rejects.toThrow(/engine has ended/);
    expect(watch.gone.aborted).toBe(true);
  });

  it("is not concluded from a connection that broke while the engine still answers", async () => {
    const watch = watchEngine(await engine.start());
    await engine.watched();
    engine.dropConnections();
    await engine.watched();
    expect(watch.gone.aborted).toBe(false);
    await watch.assertAlive();
  });

  it("is what an address tells that nothing listens at", async () => {
    const server = createTcpServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // a TCP server has an AddressInfo
    server.close();
    await once(server, "close");
    const watch = watchEngine(`127.0.0.1:${port}`);
    await once(watch.gone, "abort");
    expect(String(watch.gone.reason)).toContain("engine has ended");
  });
});

it("the other plugins of an engine that is gone are ended, and nothing else", async () => {
  const idle = (address: string) => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", address]);
  const [sibling, stranger] = [idle("127.0.0.1:1"), idle("127.0.0.1:2")];
  try {
    await Promise.all([once(sibling, "spawn"), once(stranger, "spawn")]);
    const ended = once(sibling, "exit");
    endPluginsOf("127.0.0.1:1");
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  } finally {
    stranger.kill();
  }
});

describe("the engine's address", () => {
  it.each([
    [["node", "/p/node_modules/@pulumi/pulumi/cmd/dynamic-provider/index.js", "127.0.0.1:4711"], "127.0.0.1:4711"],
    [["node", "/p/node_modules/@pulumi/pulumi/cmd/dynamic-provider", "127.0.0.1:4711"], "127.0.0.1:4711"],
    [["node", "/p/node_modules/vitest/vitest.mjs", "run"], undefined],
    [["node", "/p/cmd/dynamic-provider/index.js"], undefined],
  ])("of %j", (argv, expected) => {
    expect(engineAddress(argv)).toBe(expected);
  });
});
