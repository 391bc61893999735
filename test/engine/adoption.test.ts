import { beforeAll, describe, expect, it } from "vitest";
import { expectSettled, expectUp, fault, graphError, stage, textStack, WABA } from "./harness/scenario.ts";

const { account, workspace, people } = await stage({ rate: 0 });

beforeAll(async () => {
  for (const [name, text] of Object.entries({
    same: "This is the same in both places.",
    other: "This is what the console has.",
    taken: "This is taken by somebody else.",
  })) {
    const { status, json } = await people.graph("POST", `${WABA}/message_templates`, {
      name,
      language: "en_US",
      category: "UTILITY",
      components: [{ type: "BODY", text }],
    });
    expect(status, JSON.stringify(json)).toBeLessThan(300);
  }
});

async function posts(work: () => Promise<unknown>): Promise<number> {
  const count = (): number =>
    Object.entries(account.metrics().requests)
      .filter(([route]) => route.startsWith("POST"))
      .flatMap(([, byStatus]) => Object.values(byStatus))
      .reduce((sum, count) => sum + count, 0);
  const before = count();
  await work();
  return count() - before;
}

describe("templates that already exist in the account", () => {
  it("matching (default): an equal template is taken over without a write", async () => {
    await workspace.init("matching");
    await workspace.writeStack("matching", textStack({ same: "This is the same in both places." }));
    expect(await posts(() => expectUp(workspace, "matching"))).toBe(0);
    await expectSettled(workspace, "matching");
  });

  it("matching: a different template is an error with the difference and instructions, and nothing changes", async () => {
    await workspace.init("differs");
    await workspace.writeStack("differs", textStack({ other: "This is what the file has." }));
    const up = await workspace.up("differs");
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(
      /template other\/en_US.*differs from the declaration in \/components\/0\/text.*mycobot template get/s,
    );
    expect((await people.templates()).find(({ name }) => name === "other")?.components[0]?.text).toBe(
      "This is what the console has.",
    );
  });

  it("always: a different template is taken over and edited", async () => {
    // The same file with another policy, because two files must not declare the same template.
    await workspace.writeStack(
      "differs",
      textStack({ other: "This is what the file has." }, { settings: { adopt: "always" } }),
    );
    await expectUp(workspace, "differs");
    expect((await people.templates()).find(({ name }) => name === "other")?.components[0]?.text).toBe(
      "This is what the file has.",
    );
    await expectSettled(workspace, "differs");
  });

  it("never: an existing template is an error", async () => {
    await workspace.init("never");
    await workspace.writeStack(
      "never",
      textStack({ taken: "This is taken by somebody else." }, { settings: { adopt: "never" } }),
    );
    const up = await workspace.up("never");
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(/adopt is "never"/);
  });
});

describe("a create with an ambiguous response", () => {
  it("is looked up and not sent again: the template exists once", async () => {
    await workspace.init("unsure");
    const unknown = graphError(1, "An unknown error occurred");
    const once = { method: "POST", path: "**/message_templates", times: 1 };
    account.setFaults({ rules: [fault(once, { status: 500, applyFirst: true, body: unknown })] });
    await workspace.writeStack("unsure", textStack({ unsure: "This may or may not have arrived." }));
    expect(await posts(() => expectUp(workspace, "unsure"))).toBe(1);
    account.setFaults({});
    expect((await people.names()).filter((name) => name.startsWith("unsure"))).toEqual(["unsure/en_US"]);
    await expectSettled(workspace, "unsure");
  });
});

describe("a replacement that the user requests with --replace", () => {
  it("takes over the existing template, which is neither deleted nor created again", async () => {
    await workspace.init("replaced");
    await workspace.writeStack("replaced", textStack({ steady: "This one stays where it is." }));
    await expectUp(workspace, "replaced");
    const before = (await people.templates()).find(({ name }) => name === "steady");
    const resource = (await workspace.state("replaced")).find(({ type }) => type.endsWith(":Template"));
    await expectUp(workspace, "replaced", ["--replace", resource?.urn ?? ""]);
    expect((await people.templates()).find(({ name }) => name === "steady")?.id).toBe(before?.id);
    await expectSettled(workspace, "replaced");
  });
});
