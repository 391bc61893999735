import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Console, type Emulator, emulator, expectSettled, textStack } from "../engine/harness/scenario.ts";
import { Workspace } from "../engine/harness/workspace.ts";
import { Postgres } from "./harness/postgres.ts";

const COUNT = 20;
let database: Postgres;
let account: Emulator;
let workspace: Workspace;

beforeAll(async () => {
  database = await Postgres.start();
  account = await emulator({ quotas: false, latencyMs: 100 });
  workspace = await Workspace.create(account.url, { PULUMI_BACKEND_URL: database.url });
  const bodies = Object.fromEntries(
    Array.from({ length: COUNT }, (_, i) => [`notice_${i}`, `This is notice number ${i} for you.`]),
  );
  await workspace.writeStack("team", textStack(bodies));
  const init = await workspace.init("team");
  expect(init.code, init.output).toBe(0);
});
afterAll(async () => {
  await workspace?.remove();
  await account?.close();
  await database?.stop();
});

describe("a shared state in PostgreSQL", () => {
  it("lets one of two simultaneous runs of up succeed; the other one fails because the stack is locked", async () => {
    const results = await Promise.all([workspace.up("team"), workspace.up("team")]);
    const [proceeded, failed] = results.sort((one, other) => Number(one.code) - Number(other.code));
    expect(proceeded?.code, proceeded?.output).toBe(0);
    expect(failed?.code).not.toBe(0);
    expect(failed?.output).toContain("the stack is currently locked");
    const names = await new Console(account.url).names();
    expect(names).toEqual(Array.from({ length: COUNT }, (_, i) => `notice_${i}/en_US`).sort());
  });

  it("contains no pending changes afterwards", async () => {
    await expectSettled(workspace, "team");
  });
});
