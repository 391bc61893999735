import { afterAll, expect, it } from "vitest";
import { Console, emulator, expectUp, stage, textStack, WABA } from "./harness/scenario.ts";

const { workspace, people } = await stage({ rate: 0 }, "dev");
const otherEmulator = await emulator({ rate: 0 });
afterAll(() => otherEmulator.close());
const inEmulatorShell = { env: { MATON_API_URL: otherEmulator.url } };
/** This origin does not respond, so a request would fail with a different error. */
const inRealShell = { env: { MATON_API_URL: "https://gateway.maton.ai", MYCOBOT_RATE: "1" } };

function texts(count: number) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`note_${i}`, `This is note number ${i} for you.`]),
  );
}

function declare(count: number) {
  return workspace.writeStack("dev", textStack(texts(count)));
}

async function managed() {
  return (await workspace.state("dev"))
    .filter(({ type }) => type.endsWith(":Template"))
    .map(({ urn }) => urn.split("::").at(-1));
}

it("in a shell that points to another emulator, up creates nothing and destroy removes nothing from the state", async () => {
  await declare(3);
  await expectUp(workspace, "dev");
  await declare(4);
  const up = await workspace.up("dev", [], inEmulatorShell);
  expect(up.code).not.toBe(0);
  expect(up.output).toMatch(/inventory: the state was written through connection .*MYCO_GATEWAY_CHANGED/);
  expect(await new Console(otherEmulator.url).names()).toEqual([]);
  const destroy = await workspace.destroy("dev", [], inEmulatorShell);
  expect(destroy.code).not.toBe(0);
  expect(await managed()).toHaveLength(3);
  expect(await people.names()).toHaveLength(3);
});

it.each(["up", "refresh", "destroy"] as const)(
  "%s through another origin is rejected before any request, and the error names both origins",
  async (run) => {
    const result = await workspace[run]("dev", [], inRealShell);
    expect(result.code).not.toBe(0);
    expect(result.output).toMatch(
      /written through http:\/\/127\.0\.0\.1:\d+, and this run would go through https:\/\/gateway\.maton\.ai/,
    );
    expect(result.output).toContain("MYCOBOT_ACCEPT_GATEWAY_CHANGE=1");
    expect(await managed()).toHaveLength(3);
  },
);

it("in the correct shell, the next up succeeds", async () => {
  await expectUp(workspace, "dev");
  expect(await people.names()).toHaveLength(4);
});

it("another connection of the account is stored in the state without a write, and deletions use it", async () => {
  const { json } = await people.call("POST", "/connections", { app: "whatsapp-business" });
  await people.call("POST", `/_emulator/connections/${json.connection_id}`, { status: "ACTIVE" });
  const declareThrough = (count: number) =>
    workspace.writeStack("dev", {
      ...textStack(texts(count)),
      account: { waba: WABA, connection: json.connection_id },
    });
  const [former] = await people.connections();
  await declareThrough(4);
  await expectUp(workspace, "dev");
  await people.call("DELETE", `/connections/${former?.connection_id}`);
  const outputs = (await workspace.state("dev")).filter(({ type }) => type.endsWith(":Template"));
  expect(outputs.map(({ outputs: { connection } = {} }) => connection)).toEqual(Array(4).fill(json.connection_id));
  expect((await workspace.refresh("dev", ["--expect-no-changes"])).code).toBe(0);
  await declareThrough(3);
  await expectUp(workspace, "dev");
  expect((await workspace.destroy("dev")).code).toBe(0);
  expect(await people.names()).toEqual([]);
});
