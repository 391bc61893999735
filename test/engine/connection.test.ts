import { expect, it } from "vitest";
import { Console, emulator, expectSettled, expectUp, PHONE, stage, textStack, WABA } from "./harness/scenario.ts";
import { Workspace } from "./harness/workspace.ts";

const { workspace, people } = await stage({ rate: 0 }, "dev");

const text = { notice: "This is a notice for you." };
function withConnections(connections: Record<string, unknown>, connection: string) {
  return {
    ...textStack(text),
    account: { waba: WABA, connection },
    connections,
    profiles: { [PHONE]: { about: "Fresh herbs, delivered" } },
  };
}

async function inState() {
  return (await workspace.state("dev")).filter(({ type }) => type.endsWith(":Connection"));
}

it("a new connection is PENDING; resources that need it fail early with instructions", async () => {
  await workspace.writeStack("dev", withConnections({ shop: { app: "whatsapp-business" } }, "shop"));
  const preview = await workspace.preview("dev");
  expect(preview.code, preview.output).toBe(0);
  const up = await workspace.up("dev");
  expect(up.code).not.toBe(0);
  const [connection] = await inState();
  expect(connection?.outputs).toMatchObject({ status: "PENDING" });
  expect(up.output).toContain(`mycobot connections open ${connection?.id}`);
  expect(await people.names()).toEqual([]);
});

it("after its link was opened, the next up succeeds with the same connection", async () => {
  const pending = (await people.connections()).find(({ status }) => status === "PENDING");
  expect((await fetch(pending?.url ?? "")).ok).toBe(true);
  await expectUp(workspace, "dev");
  expect((await inState())[0]?.id).toBe(pending?.connection_id);
  expect((await people.connections()).length).toBe(2);
  expect(await people.names()).toEqual(["notice/en_US"]);
  await expectSettled(workspace, "dev");
});

it("mycobot --stack finds it in the state, without the passphrase, although the key has several", async () => {
  const id = (await inState())[0]?.id ?? "";
  const env = { PULUMI_CONFIG_PASSPHRASE: undefined };
  const mycobot = (...argv: string[]) =>
    workspace.run(process.execPath, ["dist/cli/main.js", ...argv, "--json"], { env });
  const get = ["phone-numbers", "get", "--phone", PHONE];
  const ambiguous = await mycobot(...get);
  expect({ code: ambiguous.code, output: ambiguous.output }).toMatchObject({
    code: 3,
    output: expect.stringContaining("MYCO_CONNECTION_AMBIGUOUS"),
  });
  const status = await mycobot("status", "dev");
  expect(JSON.parse(status.stdout), status.output).toMatchObject({ connection: id });
  const { stdout } = await mycobot("connections", "list");
  const users = JSON.parse(stdout).connections.map((each: Record<string, unknown>) => [
    each.connection_id,
    each.used_by,
  ]);
  expect(users).toContainEqual([id, ["dev"]]);
  const refused = await mycobot("connections", "delete", id, "--yes");
  expect(refused.code, refused.output).toBe(6);
  const output = await workspace.pulumi(["stack", "output", "connections", "--json", "-s", "dev"]);
  expect(JSON.parse(output.stdout)).toEqual({ shop: id });
});

it("the state contains no authorization link", async () => {
  expect(JSON.stringify(await workspace.state("dev"))).not.toContain("session_token");
});

it("an existing connection is used by id; the templates do not change, and the old connection is deleted", async () => {
  const [first] = await people.connections();
  const id = first?.connection_id ?? "";
  await workspace.writeStack("dev", withConnections({ shop: { id } }, "shop"));
  const steps = await workspace.previewSteps("dev");
  expect(steps.filter(({ op, urn }) => op !== "same" && urn.includes("mycobot:Template"))).toEqual([]);
  await expectUp(workspace, "dev");
  expect((await people.connections()).map(({ connection_id }) => connection_id)).toEqual([id]);
});

it("refresh and destroy use the new connection after the old one was deleted", async () => {
  await expectSettled(workspace, "dev");
  const destroy = await workspace.destroy("dev");
  expect(destroy.code, destroy.output).toBe(0);
  expect(await people.names()).toEqual([]);
});

it("a connection that is declared by id is never deleted", async () => {
  expect((await people.connections()).length).toBe(1);
});

it("if several connections are declared and none is selected, they are created before the templates and deleted after them", async () => {
  const alone = await emulator({ rate: 0, connect: "auto", connection: "first" });
  const other = await Workspace.create(alone.url);
  const hands = new Console(alone.url);
  await hands.call("POST", "/_emulator/connections/first", { status: "FAILED" });
  await other.init("dev");
  await other.writeStack("dev", {
    ...textStack(text),
    connections: { shop: { app: "whatsapp-business" }, former: { id: "first" } },
  });
  const preview = await other.preview("dev");
  expect(preview.code, preview.output).toBe(0);
  await expectUp(other, "dev");
  expect(await hands.names()).toEqual(["notice/en_US"]);
  const destroy = await other.destroy("dev");
  expect(destroy.code, destroy.output).toBe(0);
  expect((await hands.connections()).map(({ connection_id }) => connection_id)).toEqual(["first"]);
  await other.remove();
  await alone.close();
});
