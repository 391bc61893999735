import { describe, expect, it } from "vitest";
import { expectSettled, expectUp, fault, graphError, stage, textStack, WABA } from "./harness/scenario.ts";

const { account, workspace, people } = await stage({ rate: 0, quotas: false }, "dev");

function bodies(count: number, from = 0) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`notice_${from + i}`, `This is notice number ${from + i} for you.`]),
  );
}

function declare(texts: Record<string, string>, settings: Record<string, unknown> = {}) {
  return workspace.writeStack("dev", textStack(texts, { settings: { maxDeletes: 2, ...settings } }));
}

function writes() {
  return Object.entries(account.metrics().requests)
    .filter(([route]) => !route.startsWith("GET "))
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, count) => sum + count, 0);
}

function urn(type: string, name: string) {
  return `urn:pulumi:dev::mycobot::mycobot:index:MessagingStack$pulumi-nodejs:dynamic/mycobot:${type}::${name}`;
}

describe("deletions in preview and up", () => {
  it("are announced by name at their template, and a rename is announced as a rename", async () => {
    await declare(bodies(8));
    await expectUp(workspace, "dev");
    await expectSettled(workspace, "dev");
    const { notice_0: _, notice_1: text = "", ...rest } = bodies(8);
    await declare({ ...rest, renamed: text });
    const { stdout } = await workspace.pulumi(["preview", "--json", "-s", "dev"]);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { urn: string; message: string; severity: string }[] };
    const said = diagnostics
      .filter(({ message }) => message.includes("MYCO_W_"))
      .map(({ urn: of, message, severity }) => `${severity} ${of.split("::").at(-1)} ${message.trim()}`);
    expect(said.sort()).toEqual([
      expect.stringMatching(/^warning notice_0\/en_US .*MYCO_W_DELETION: notice_0\/en_US is deleted from the account/),
      expect.stringMatching(/^warning notice_1\/en_US .*MYCO_W_RENAME: notice_1\/en_US becomes renamed\/en_US/),
    ]);
  });

  it("above the limit are rejected by both before any write, even with --continue-on-error", async () => {
    await declare({ ...bodies(5, 3), fresh: "This one is new for all of you." });
    const before = writes();
    for (const args of [["preview"], ["up", "-y", "-f", "--continue-on-error"]]) {
      const { code, output } = await workspace.pulumi([...args, "-s", "dev"]);
      expect(code).not.toBe(0);
      expect(output).toMatch(/'dev': property maxDeletes value \{2\} has a problem: 3 templates would be deleted/);
      expect(output).not.toContain("notice_7/en_US "); // part of the list of declared templates
    }
    expect(writes()).toBe(before);
  });

  it("that a failed run did not carry out are counted together with new ones", async () => {
    await declare(bodies(6, 2));
    const remove = { method: "DELETE", path: "**/message_templates" };
    account.setFaults({ rules: [fault(remove, { status: 400, body: graphError(131_000, "Something went wrong") })] });
    expect((await workspace.up("dev")).code).not.toBe(0);
    account.setFaults({});
    expect(await people.names()).toHaveLength(8);
    await declare(bodies(5, 3));
    const refused = await workspace.up("dev");
    expect(refused.output).toContain("3 templates would be deleted, but settings.maxDeletes allows 2");
    await declare(bodies(6, 2));
    await expectUp(workspace, "dev");
    expect(await people.names()).toHaveLength(6);
  });

  it("that were carried out are not counted again", async () => {
    await declare(bodies(4, 4));
    await expectUp(workspace, "dev");
    expect(await people.names()).toHaveLength(4);
  });

  it("by --target are not counted again in the next full run", async () => {
    await declare({ ...bodies(3, 5) });
    await expectUp(workspace, "dev", ["--target", urn("Template", "notice_4/en_US")]);
    expect(await people.names()).toHaveLength(3);
    await declare({ notice_7: bodies(8).notice_7 ?? "" });
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual(["notice_7/en_US"]);
  });

  it("are forbidden by maxDeletes: 0, and templates with onRemove: retain do not count", async () => {
    await declare(bodies(2, 7), { onRemove: "retain" });
    await expectUp(workspace, "dev");
    await declare({}, { onRemove: "retain", maxDeletes: 0, allowEmpty: true });
    const up = await expectUp(workspace, "dev");
    expect(up).toMatch(/MYCO_W_UNMANAGED: notice_7\/en_US is removed from the stack and stays in the account/);
    expect(await people.names()).toHaveLength(2);
  });

  it("are not limited in destroy", async () => {
    await declare(bodies(4, 7), { maxDeletes: 0 });
    await expectUp(workspace, "dev");
    const destroy = await workspace.destroy("dev");
    expect(destroy.code, destroy.output).toBe(0);
    expect(await people.names()).toEqual([]);
  });
});

describe("the order of deletions", () => {
  it("deletions wait until everything else has succeeded, even with --continue-on-error", async () => {
    await declare(bodies(3, 20));
    await expectUp(workspace, "dev");
    const create = { method: "POST", path: "**/message_templates" };
    account.setFaults({ rules: [fault(create, { status: 400, body: graphError(100, "Invalid parameter") })] });
    await declare({ ...bodies(2, 21), refused: "This one is refused by WhatsApp." });
    const up = await workspace.up("dev", ["--continue-on-error"]);
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(
      /deletes run only after everything else has succeeded, and template refused\/en_US failed/,
    );
    expect(await people.names()).toContain("notice_20/en_US");
    account.setFaults({});
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual(["notice_21/en_US", "notice_22/en_US", "refused/en_US"]);
    expect((await workspace.destroy("dev")).code).toBe(0);
  });
});

describe("a state without an Inventory", () => {
  interface Deployment {
    deployment: { resources: { type: string; urn: string; dependencies?: string[]; propertyDependencies?: object }[] };
  }

  /** Converts the state to the format of the first version: no Inventory and no dependencies on one. */
  async function withoutInventory(): Promise<void> {
    const { stdout } = await workspace.pulumi(["stack", "export", "-s", "dev"]);
    const state = JSON.parse(stdout) as Deployment;
    const inventory = (text: string) => text.includes("mycobot:Inventory::");
    state.deployment.resources = state.deployment.resources
      .filter(({ urn: of }) => !inventory(of))
      .map((resource) => ({
        ...resource,
        ...(resource.dependencies === undefined
          ? {}
          : { dependencies: resource.dependencies.filter((of) => !inventory(of)) }),
      }));
    await workspace.write("state.json", JSON.stringify(state));
    const imported = await workspace.pulumi(["stack", "import", "-s", "dev", "--file", "state.json"]);
    expect(imported.code, imported.output).toBe(0);
  }

  it("the first run counts its deletions", async () => {
    await declare(bodies(4, 30));
    await expectUp(workspace, "dev");
    await withoutInventory();
    await declare(bodies(1, 30));
    const preview = await workspace.preview("dev");
    expect(preview.code).not.toBe(0);
    expect(preview.output).toContain("3 templates would be deleted, but settings.maxDeletes allows 2");
  });

  it("up --target of a template succeeds, if necessary with the Inventory as a second target", async () => {
    await declare({ ...bodies(4, 30), notice_30: "This is another text for you." });
    const target = ["--target", urn("Template", "notice_30/en_US")];
    const alone = await workspace.up("dev", target);
    const both = alone.code === 0 ? alone : await workspace.up("dev", [...target, "--target", urn("Inventory", "dev")]);
    expect(both.code, `${alone.output}\n${both.output}`).toBe(0);
    expect(JSON.stringify(await people.templates())).toContain("This is another text for you.");
    await expectUp(workspace, "dev");
    await expectSettled(workspace, "dev");
  });
});

it("the Inventory records the account, the gateway and the number of templates", async () => {
  const stack = (await workspace.state("dev")).find(({ type }) => type.endsWith(":Inventory"));
  expect(stack?.outputs).toMatchObject({ waba: WABA, gateway: account.url, templates: 4 });
});

describe("a protected template", () => {
  it("that is removed from the file stays, and a warning tells how to unprotect it", async () => {
    const texts = bodies(2, 40);
    const settings = { maxDeletes: 20 };
    const [body] = Object.values(texts);
    const guarded = { category: "UTILITY", protect: true, languages: { en_US: { body } } };
    await workspace.writeStack("dev", { account: { waba: WABA }, settings, templates: { notice_40: guarded } });
    await expectUp(workspace, "dev");
    const { notice_40: _, ...rest } = texts;
    await declare(rest, settings);
    for (const args of [["preview"], ["up", "-y", "-f"]]) {
      const { code, output } = await workspace.pulumi([...args, "-s", "dev"]);
      expect(code, output).not.toBe(0);
      expect(output).toMatch(/MYCO_W_PROTECTED: notice_40\/en_US is protected.*`protect: false`.*`pulumi up`/);
      expect(output).toContain(`pulumi state unprotect '${urn("Template", "notice_40/en_US")}'`);
      expect(output).not.toContain("MYCO_W_DELETION: notice_40");
    }
    expect(await people.names()).toContain("notice_40/en_US");
    await declare(texts, settings);
    await expectUp(workspace, "dev");
    await declare(rest, settings);
    await expectUp(workspace, "dev");
    expect(await people.names()).not.toContain("notice_40/en_US");
  });
});
