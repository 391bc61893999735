import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EmulatorOptions } from "../../../src/emulator/index.ts";
import { Gateway, PHONE, textTemplate, WABA } from "./gateway-client.ts";

let folder = "";
const started: Gateway[] = [];
async function start(options: EmulatorOptions = {}) {
  const gateway = await Gateway.start(options);
  started.push(gateway);
  return gateway;
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
});
afterEach(async () => {
  for (const gateway of started.splice(0)) await gateway.emulator.close();
  await rm(folder, { recursive: true });
});

async function names(file: string): Promise<string[]> {
  const { accounts } = JSON.parse(await readFile(file, "utf8"));
  return accounts[0].templates.map(({ shown }: { shown: { name: string } }) => shown.name);
}

describe("a state file", () => {
  it("keeps everything between runs, the clock too", async () => {
    const stateFile = join(folder, "kept.json");
    const first = await Gateway.start({ stateFile });
    await first.created(textTemplate());
    await first.graph("POST", `${PHONE}/whatsapp_business_profile`, { messaging_product: "whatsapp", about: "Herbs" });
    first.emulator.clock.advance(1000);
    const before = first.emulator.state();
    await first.emulator.close();

    const second = await start({ stateFile });
    const after = second.emulator.state();
    expect({ ...after, now: 0 }).toEqual({ ...before, now: 0 });
    second.emulator.reset();
    expect(second.emulator.state().connections[0]?.id).toBe(before.connections[0]?.id);
  });

  it("of an earlier release gains what it did not know", async () => {
    const stateFile = join(folder, "earlier.json");
    const first = await start({ stateFile });
    await first.emulator.close();
    const { messages: _m, inbound: _i, media: _f, pairs: _p, ...kept } = JSON.parse(await readFile(stateFile, "utf8"));
    const phones = [{ id: PHONE, waba: WABA, fields: { id: PHONE, status: "CONNECTED" }, profile: { about: "Herbs" } }];
    await writeFile(stateFile, JSON.stringify({ ...kept, phones }));
    const second = await start({ stateFile });
    const sent = { messaging_product: "whatsapp", to: "16505551234", text: { body: "Hi" } };
    expect((await second.graph("POST", `${PHONE}/messages`, sent)).status).toBe(200);
    expect(second.emulator.state()).toMatchObject({
      messages: [{ to: "16505551234" }],
      inbound: [],
      media: [],
      phones: [
        { fields: { id: PHONE, status: "CONNECTED" }, profile: { about: "Herbs" }, registered: true, qrCodes: [] },
      ],
    });
  });

  it("is whole at any time and leaves nothing beside it", async () => {
    const stateFile = join(folder, "whole.json");
    const gateway = await Gateway.start({ stateFile });
    await Promise.all(["a", "b", "c", "d"].map((name) => gateway.created(textTemplate({ name }))));
    await gateway.emulator.close();
    expect(JSON.parse(await readFile(stateFile, "utf8"))).toMatchObject({
      version: 1,
      accounts: [{ templates: [{}, {}, {}, {}] }],
    });
    expect((await readdir(folder)).filter((name) => name.startsWith("whole"))).toEqual(["whole.json"]);
  });

  it("of something else is refused", async () => {
    const stateFile = join(folder, "else.json");
    await writeFile(stateFile, '{"name":"x"}');
    await expect(start({ stateFile })).rejects.toThrow(/not a state file/);
  });
});

describe("the connection of a state file", () => {
  const firstConnection = (gateway: Gateway) => gateway.emulator.state().connections[0]?.id;

  it("stays the same in every run, whatever --connection says later, and after a reset", async () => {
    const stateFile = join(folder, "state.json");
    const first = await Gateway.start({ stateFile, connection: "kept" });
    await first.emulator.close();
    const second = await start({ stateFile, connection: "another" });
    expect(firstConnection(second)).toBe("kept");
    await second.control("reset", {});
    expect(firstConnection(second)).toBe("kept");
  });

  it("is another one in every run without a file", async () => {
    const ids = [await start(), await start()].map(firstConnection);
    expect(new Set(ids).size).toBe(2);
  });
});

describe("the lock of a state file", () => {
  it("refuses a second emulator while the first one runs, and lets it in afterwards", async () => {
    const stateFile = join(folder, "shared.json");
    const first = await Gateway.start({ stateFile });
    await first.created(textTemplate({ name: "of_the_first" }));
    await expect(start({ stateFile })).rejects.toMatchObject({ code: "ELOCKED" });
    await first.created(textTemplate({ name: "and_another" }));
    await first.emulator.close();
    expect(await names(stateFile)).toEqual(["and_another", "of_the_first"]);
    const second = await start({ stateFile });
    expect(await second.list()).toHaveLength(2);
  });

  it("holds for every way to the file", async () => {
    const stateFile = join(folder, "real.json");
    await start({ stateFile });
    await vi.waitFor(() => readFile(stateFile));
    await symlink(stateFile, join(folder, "link.json"));
    await symlink(folder, join(folder, "folder"));
    for (const way of ["link.json", "folder/real.json"]) {
      await expect(start({ stateFile: join(folder, way) })).rejects.toMatchObject({ code: "ELOCKED" });
    }
  });

  it("of a process that was killed is taken over", async () => {
    const stateFile = join(folder, "state.json");
    await mkdir(`${stateFile}.lock`);
    const aMinuteAgo = new Date(Date.now() - 60_000);
    await utimes(`${stateFile}.lock`, aMinuteAgo, aMinuteAgo);
    const gateway = await start({ stateFile });
    await gateway.created(textTemplate());
    await gateway.emulator.close();
    expect(await readdir(folder)).toEqual(["state.json"]);
  });

  it("is given back when the emulator cannot start", async () => {
    const stateFile = join(folder, "state.json");
    const { emulator } = await start();
    await expect(start({ stateFile, port: emulator.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await writeFile(stateFile, "{}");
    await expect(start({ stateFile })).rejects.toThrow(/not a state file/);
    expect(await readdir(folder)).toEqual(["state.json"]);
  });
});

describe("a write that fails", () => {
  const setUp = async () => {
    const warnings: string[] = [];
    await mkdir(join(folder, "kept"));
    const stateFile = join(folder, "kept", "state.json");
    const gateway = await start({ stateFile, warn: (text) => warnings.push(text) });
    await vi.waitFor(() => readFile(stateFile));
    return { gateway, stateFile, warnings };
  };

  it("does not end the emulator: it answers, warns once, and writes again as soon as it can", async () => {
    const { gateway, stateFile, warnings } = await setUp();
    await rename(join(folder, "kept"), join(folder, "away"));
    await gateway.created(textTemplate({ name: "one" }));
    await vi.waitFor(() => expect(warnings).toHaveLength(1));
    await gateway.created(textTemplate({ name: "two" }));
    expect((await gateway.control("clock")).status).toBe(200);
    expect(warnings).toEqual([
      `Cannot write the state file ${stateFile}: ENOENT: no such file or directory. The state is kept in memory; the next change tries again.`,
    ]);

    await mkdir(join(folder, "kept"));
    await gateway.created(textTemplate({ name: "three" }));
    await vi.waitFor(async () => expect(await names(stateFile)).toEqual(["three", "two", "one"]));
    expect(warnings).toHaveLength(1);
  });

  it("is tried once more at the end, and told if it was in vain", async () => {
    const { gateway, warnings } = await setUp();
    await rename(join(folder, "kept"), join(folder, "away"));
    await gateway.created(textTemplate());
    await vi.waitFor(() => expect(warnings).toHaveLength(1));
    await gateway.emulator.close();
    expect(warnings).toHaveLength(2);
  });

  it("at the end is made good when the folder is back", async () => {
    const { gateway, stateFile, warnings } = await setUp();
    await rename(join(folder, "kept"), join(folder, "away"));
    await gateway.created(textTemplate({ name: "one" }));
    await vi.waitFor(() => expect(warnings).toHaveLength(1));
    await mkdir(join(folder, "kept"));
    await gateway.emulator.close();
    expect(await names(stateFile)).toEqual(["one"]);
    expect(await readdir(join(folder, "kept"))).toEqual(["state.json"]);
  });

  it("leaves the file as it was, and nothing beside it", async () => {
    const { gateway, stateFile, warnings } = await setUp();
    const before = await readFile(stateFile, "utf8");
    await rename(stateFile, join(folder, "before.json"));
    await mkdir(stateFile);
    await gateway.created(textTemplate());
    await vi.waitFor(() => expect(warnings).toHaveLength(1));
    expect(await readdir(join(folder, "kept"))).toEqual(["state.json", "state.json.lock"]);
    expect(await readFile(join(folder, "before.json"), "utf8")).toBe(before);
  });

  it("does not write over what another emulator keeps there by now", async () => {
    const { gateway, stateFile, warnings } = await setUp();
    await rename(join(folder, "kept"), join(folder, "away"));
    await gateway.created(textTemplate({ name: "mine" }));
    await vi.waitFor(() => expect(warnings).toHaveLength(1));
    await mkdir(join(folder, "kept"));
    const other = await start({ stateFile });
    await other.created(textTemplate({ name: "theirs" }));
    await gateway.created(textTemplate({ name: "mine_too" }));
    await vi.waitFor(() => expect(warnings).toHaveLength(2));
    expect(warnings[1]).toContain("another emulator is using it");
    expect(await names(stateFile)).toEqual(["theirs"]);
  });
});
