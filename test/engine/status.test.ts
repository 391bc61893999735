import { expect, it } from "vitest";
import { expectUp, stage, textStack } from "./harness/scenario.ts";

const { account, workspace } = await stage({}, "dev");

interface Status {
  templates: {
    name: string;
    status: string;
    vanished?: true;
    edits?: { now: string; from?: string; ours?: string[] };
  }[];
  attention: string[];
  state: object;
}

async function status(): Promise<Status> {
  const { code, stdout, stderr } = await workspace.run("node", ["dist/cli/main.js", "status", "dev", "--json"]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Status;
}

/** Removes a template from the account, as in WhatsApp Manager. */
async function removed(name: string): Promise<void> {
  const id = account.state().accounts[0]?.templates.find((each) => each.name === name)?.id;
  expect(await fetch(`${account.url}/_emulator/templates/${id}`, { method: "DELETE" })).toMatchObject({ ok: true });
}

it("status knows from Pulumi's state what has vanished, what was edited, and what was never created", async () => {
  const bodies = { welcome: "Welcome to our shop and its news.", thanks: "Thank you for the order of this week." };
  await workspace.writeStack("dev", textStack(bodies));
  const before = await status();
  expect(before.attention).toEqual([
    "welcome en_US: not created yet: run `pulumi up`",
    "thanks en_US: not created yet: run `pulumi up`",
  ]);
  await expectUp(workspace, "dev");
  const created = await status();
  expect(created.state).toEqual({ read: true });
  expect(created.attention).toEqual([]);

  await workspace.writeStack("dev", textStack({ ...bodies, welcome: "Welcome to our shop and all its news." }));
  const changed = await status();
  expect(changed.attention).toEqual([expect.stringMatching(/^welcome en_US: .*\(body text\): `pulumi up` applies/)]);
  await expectUp(workspace, "dev");
  await removed("thanks");
  const [welcome, thanks] = (await status()).templates;
  expect(welcome?.edits?.ours).toHaveLength(1);
  expect(thanks).toMatchObject({ status: "NOT_CREATED", vanished: true });

  await expectUp(workspace, "dev", ["--refresh"]);
  const after = await status();
  expect(after.attention).toEqual([]);
  expect(after.templates).toMatchObject([
    { status: "APPROVED", edits: { now: "no", from: expect.any(String) } },
    { edits: { now: "yes", ours: [] } },
  ]);
});
