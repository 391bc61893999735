import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Console, type Emulator, emulator, expectSettled, expectUp, PHONE } from "./harness/scenario.ts";
import { type StateResource, Workspace } from "./harness/workspace.ts";

const fixtures = join(import.meta.dirname, "../fixtures");
/** The id of an externally created connection in every golden state. */
const GRANTED = "granted-by-hand";

interface Exported {
  deployment: { resources: StateResource[] };
}

/** The current build must refresh, update and destroy the recorded state of every release. */
describe.each(["v1"])("the state of release %s", (release) => {
  let account: Emulator;
  let workspace: Workspace;
  let people: Console;
  let stackFile: string;

  /** The number of requests other than GET. */
  const writes = () =>
    Object.entries(account.metrics().requests)
      .filter(([route]) => !route.startsWith("GET "))
      .flatMap(([, byStatus]) => Object.values(byStatus))
      .reduce((sum, count) => sum + count, 0);
  const fixture = (name: string) => readFile(join(fixtures, "state", name), "utf8");
  const edited = (change: (text: string) => string) => {
    stackFile = change(stackFile);
    return workspace.writeStack("golden", stackFile);
  };

  beforeAll(async () => {
    const state = await fixture(`${release}.json`);
    const { templates, profile } = JSON.parse(await fixture(`${release}-account.json`));
    const { deployment }: Exported = JSON.parse(state);
    const created = deployment.resources.find(({ urn }) => urn.endsWith("Connection::shop"));
    account = await emulator({ rate: 0, seed: { data: templates }, connection: created?.id ?? "", connect: "auto" });
    workspace = await Workspace.create(account.url);
    people = new Console(account.url);
    await people.graph("POST", `${PHONE}/whatsapp_business_profile`, { ...profile, messaging_product: "whatsapp" });
    const { json } = await people.call("POST", "/connections", { app: "whatsapp-business" });
    const granted = String(json.connection_id);

    stackFile = (await fixture(`${release}.yaml`)).replaceAll(GRANTED, granted);
    await workspace.writeStack("golden", stackFile);
    await workspace.write("state.json", state.replaceAll(GRANTED, granted));
    await workspace.write("stacks/media/square.png", await readFile(join(fixtures, "media/square.png")));
    await workspace.init("golden");
    const imported = await workspace.pulumi(["stack", "import", "-s", "golden", "--file", "state.json"]);
    expect(imported.code, imported.output).toBe(0);
  });
  afterAll(async () => {
    await workspace.remove();
    await account.close();
  });

  it("matches the stack file and the account: up only adds the Inventory and writes nothing", async () => {
    const before = writes();
    const steps = await workspace.previewSteps("golden");
    const changed = steps.filter(({ op }) => op !== "same").map(({ op, urn }) => `${op} ${urn.split("$").at(-1)}`);
    expect(changed).toEqual(["create pulumi-nodejs:dynamic/mycobot:Inventory::golden"]);
    const refresh = await workspace.refresh("golden", ["--expect-no-changes"]);
    expect(refresh.code, refresh.output).toBe(0);
    await expectUp(workspace, "golden");
    await expectSettled(workspace, "golden");
    expect(writes()).toBe(before);
    const names = (await workspace.state("golden"))
      .filter(({ type }) => type.endsWith(":Template"))
      .map(({ urn }) => urn.split("::").at(-1));
    expect(names.sort()).toEqual(await people.names());
  });

  it("shows drift, which up reverts", async () => {
    const [visit] = (await people.templates()).filter(({ name }) => name === "golden_visit");
    await people.call("POST", `/_emulator/templates/${visit?.id}`, {
      components: [{ type: "BODY", text: "Changed by hand." }],
    });
    const preview = await workspace.preview("golden", ["--refresh"]);
    expect(preview.output).toMatch(/"Changed by hand\." => "Your visit is booked/);
    await expectUp(workspace, "golden", ["--refresh"]);
    expect(JSON.stringify(await people.templates())).not.toContain("Changed by hand");
  });

  it("is updated in place, including media and one-time passwords", async () => {
    const before = await people.templates();
    await edited((text) =>
      text
        .replace("Come and smell it.", "Come and taste it.")
        .replace("expires: 10", "expires: 5")
        .replace("has left our house today", "has left our house this morning")
        .replace("hello@example.com", "herbs@example.com"),
    );
    await expectUp(workspace, "golden");
    const after = await people.templates();
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(JSON.stringify(after)).toMatch(/Come and taste it/);
    expect(await people.profile()).toMatchObject({ email: "herbs@example.com" });
    await expectSettled(workspace, "golden");
  });

  it("does not change when a key is renamed", async () => {
    await edited((text) => text.replace("  basil_week:\n", "  basil:\n    name: basil_week\n"));
    await expectSettled(workspace, "golden");
  });

  it("is destroyed, except for objects that others created", async () => {
    const destroy = await workspace.destroy("golden");
    expect(destroy.code, destroy.output).toBe(0);
    expect(await people.names()).toEqual([]);
    expect(await people.connections()).toHaveLength(1);
    expect((await people.profile()).email ?? "").toBe("");
    expect((await workspace.state("golden")).length).toBe(0);
  });
});
