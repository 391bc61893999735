import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testAccount } from "../../account.ts";
import { runCli } from "../../run-cli.ts";
import { listed, orderBody, stackProject } from "../../stack-project.ts";

const OLD = `    previous:
      # Until the summer.
      1:
        category: UTILITY
        languages:
          en_US: { body: "Hi {{1}}, your order is on its way and will be with you soon.", examples: [Ana] }
          es_MX: { body: "Hola {{1}}, tu pedido ya va en camino y llega a tu casa pronto.", examples: [Ana] }
    version: 2`;

/** The project of stacks/shop.yaml, whose template may have an older version. */
async function shop(more = "") {
  const { folder: cwd } = await stackProject({ more });
  const file = join(cwd, "stacks/shop.yaml");
  return { cwd, file, text: () => readFile(file, "utf8") };
}

/** An element of the account's list: a language of version 1 or 2, with its status. */
function version(number: 1 | 2, language: "en_US" | "es_MX", status: string) {
  const name = number === 1 ? "order_shipped" : "order_shipped_v2";
  return { ...listed(language, status), ...orderBody(language, name), id: `${number}${language === "en_US" ? 1 : 2}` };
}

describe("mycobot bump", () => {
  it("writes the new version and prints the changed lines, without a key", async () => {
    const { cwd, text } = await shop();
    const before = await text();
    const { code, stdout, stderr } = await runCli(["bump", "order_shipped", "--stack", "shop"], { cwd });
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(0, 6)).toEqual([
      "stacks/shop.yaml",
      "@@ -5,4 +5,5 @@",
      "   order_shipped:",
      "     category: UTILITY",
      "+    version: 2",
      "     languages:",
    ]);
    expect(stderr).toBe(
      "order_shipped is version 2 now, with the content of version 1. Edit its content in stacks/shop.yaml, then run pulumi up.\n",
    );
    expect((await text()).startsWith(before.split("    languages:")[0] ?? "?")).toBe(true);
    const validate = await runCli(["validate", "shop", "--json"], { cwd });
    const [{ issues }] = JSON.parse(validate.stdout).stacks;
    expect(issues.map(({ code, line }: { code: string; line: number }) => [code, line])).toEqual([
      ["version-unchanged", 16],
    ]);
  });

  it("--json lists the versions, the lines and the stacks", async () => {
    const { cwd } = await shop();
    const { stdout } = await runCli(["bump", "order_shipped", "--stack", "shop", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      template: "order_shipped",
      file: "stacks/shop.yaml",
      from: 1,
      to: 2,
      diff: expect.arrayContaining(["+    version: 2"]),
      stacks: ["shop"],
    });
  });

  it.each([
    ["an unknown name", ["order_shiped", "--stack", "shop"], "MYCO_USAGE", "Did you mean `order_shipped`?"],
    ["an unknown stack", ["order_shipped", "--stack", "shap"], "MYCO_STACK_NOT_FOUND", "Did you mean `shop`?"],
    ["no stack", ["order_shipped"], "MYCO_USAGE", "--stack"],
  ])("ends with 3 for %s, and writes nothing", async (_, argv, error, hint) => {
    const { cwd, text } = await shop();
    const before = await text();
    const result = await runCli(["bump", ...argv], { cwd });
    expect(result).toMatchObject({ code: 3, stdout: "" });
    expect(result.stderr).toContain(error);
    expect(result.stderr).toContain(hint);
    expect(await text()).toBe(before);
  });

  it("names the base file of a template", async () => {
    const { cwd, file } = await shop();
    const [account = "", templates = ""] = (await readFile(file, "utf8")).split(/(?=^templates:)/m);
    await writeFile(join(cwd, "stacks/base.yaml"), templates);
    await writeFile(file, `extends: base.yaml\n${account}`);
    const refused = await runCli(["bump", "order_shipped", "--stack", "shop"], { cwd });
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining("MYCO_STACK_NOT_EDITABLE") });
    expect(refused.stderr).toContain("--stack stacks/base.yaml");
    expect(await runCli(["bump", "order_shipped", "--stack", "stacks/base.yaml"], { cwd })).toMatchObject({ code: 0 });
  });
});

describe("mycobot retire", () => {
  const approved = [version(1, "en_US", "APPROVED"), version(1, "es_MX", "APPROVED"), version(2, "en_US", "APPROVED")];

  async function retiring(seed: ReturnType<typeof version>[], ...argv: string[]) {
    const account = await testAccount({ seed: { data: seed } });
    const project = await shop(OLD);
    const before = await project.text();
    const result = await account.cli(["retire", "order_shipped", "--stack", "shop", ...argv], { cwd: project.cwd });
    return { account, ...result, before, after: await project.text() };
  }

  it("takes the old version out once the new one is APPROVED in every language", async () => {
    const { code, stdout, stderr, after, before } = await retiring([...approved, version(2, "es_MX", "APPROVED")]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "order_shipped has no version 1 any more. The next pulumi up removes it as onRemove says.\n",
    });
    expect(stdout).toContain("-    previous:");
    expect(after).toBe(before.replace(OLD, "    version: 2"));
  });

  it.each([
    ["PENDING", "es_MX (version 2 is PENDING)"],
    ["REJECTED", "es_MX (version 2 is REJECTED)"],
    [undefined, "es_MX (version 2 is not created)"],
  ])("is refused while the new one is %s in a language", async (status, reason) => {
    const { code, stderr, after, before } = await retiring([
      ...approved,
      ...(status === undefined ? [] : [version(2, "es_MX", status)]),
    ]);
    expect({ code, after }).toEqual({ code: 6, after: before });
    expect(stderr).toContain(
      `In the account of the stack shop, version 1 of order_shipped is what senders get in ${reason}`,
    );
    expect(stderr).toContain("MYCO_VERSION_IN_USE");
    expect(stderr).toContain("mycobot wait shop");
  });

  it("--force sends no request", async () => {
    const { code, account, after, before } = await retiring(approved, "--force");
    expect(code).toBe(0);
    expect(account.emulator.metrics().total).toBe(0);
    expect(after).not.toBe(before);
  });

  it("takes out a version that nobody can send", async () => {
    const { code } = await retiring([version(1, "en_US", "REJECTED"), version(2, "en_US", "PENDING")]);
    expect(code).toBe(0);
  });

  it("reads every stack that extends the file", async () => {
    const account = await testAccount({ seed: { data: approved } });
    const { cwd, file } = await shop(OLD);
    const [settings = "", templates = ""] = (await readFile(file, "utf8")).split(/(?=^templates:)/m);
    await writeFile(join(cwd, "stacks/base.yaml"), templates);
    await writeFile(file, `extends: base.yaml\n${settings}`);
    const refused = await account.cli(["retire", "order_shipped", "--stack", "base"], { cwd });
    expect(refused).toMatchObject({ code: 6, stderr: expect.stringContaining("In the account of the stack shop") });
  });

  it("is suggested by status once no sender gets the old version", async () => {
    const account = await testAccount({ seed: { data: [...approved, version(2, "es_MX", "APPROVED")] } });
    const { cwd } = await shop(OLD);
    const { stdout } = await account.cli(["status", "shop"], { cwd, env: { COLUMNS: "120" } });
    expect(stdout).toContain(
      "Older versions that senders no longer get:\n  - order_shipped version 1: mycobot retire order_shipped --stack shop --version 1\n",
    );
    expect((await account.json(["status", "shop"], { cwd })).result.replaced).toEqual([
      {
        template: "order_shipped",
        version: 1,
        command: "mycobot retire order_shipped --stack shop --version 1",
      },
    ]);
    await account.control("review", { name: "order_shipped_v2", language: "es_MX", status: "PAUSED" });
    const { stdout: later } = await account.cli(["status", "shop"], { cwd });
    expect(later).not.toContain("retire");
  });

  it("ends with 3 for a version that is not under previous", async () => {
    const { code, stderr } = await retiring(approved, "--version", "2");
    expect(code).toBe(3);
    expect(stderr).toContain("has no version 2 under `previous`");
    expect(stderr).toContain("Available: 1.");
  });

  it("ends with 4 without a key, and writes nothing", async () => {
    const account = await testAccount({ seed: { data: approved } });
    const { cwd, text } = await shop(OLD);
    const before = await text();
    const result = await account.cli(["retire", "order_shipped", "--stack", "shop"], {
      cwd,
      env: { MATON_API_KEY: "" },
    });
    expect(result.code).toBe(4);
    expect(await text()).toBe(before);
  });
});
