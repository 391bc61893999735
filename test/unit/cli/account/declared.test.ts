import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONNECTION, DEFAULT_PHONE, DEFAULT_WABA, testAccount } from "../account.ts";
import { fakeStates } from "../fake-pulumi.ts";
import { listed, orderBody, stackProject } from "../stack-project.ts";

const SEED = { data: [listed("en_US", "APPROVED"), listed("es_MX", "APPROVED")] };
const WABA = ["--waba", DEFAULT_WABA];

async function setUp(options: Parameters<typeof stackProject>[0] = {}) {
  const account = await testAccount({ seed: SEED });
  const { folder: cwd, files } = await stackProject(options);
  const run = async (argv: readonly string[], more = {}) => {
    const done = await account.cli(argv, { cwd, ...more });
    return { ...done, text: done.stderr.replaceAll(/\s+/g, " ") };
  };
  const templates = () => account.emulator.state().accounts[0]?.templates.length;
  return { account, cwd, files, run, templates };
}

describe("what a stack file declares is not changed by hand", () => {
  it("template delete: names file, key and the right way", async () => {
    const { run, templates } = await setUp();
    const argv = ["template", "delete", "order_shipped", "--all-languages", ...WABA];
    const refused = await run([...argv, "--yes"]);
    expect(refused.code).toBe(6);
    expect(refused.text).toContain(
      "Not deleted: a stack file declares the template order_shipped en_US (stacks/shop.yaml:8:7, templates.order_shipped) and the template order_shipped es_MX (stacks/shop.yaml:11:7, templates.order_shipped).",
    );
    expect(refused.text).toContain("[MYCO_DECLARED]");
    expect(refused.text).toContain("Remove it from the file and run `pulumi up --stack shop`, or pass --force.");
    expect(templates()).toBe(2);
    expect((await run([...argv, "--force"])).text).toContain("MYCO_NOT_CONFIRMED");
    const forced = await run([...argv, "--force", "--yes"]);
    expect(forced.code).toBe(0);
    expect(forced.text).toContain("warning: declared in a stack file");
  });

  it("template delete: templates of other accounts and other names are", async () => {
    const { run, cwd } = await setUp();
    const file = join(cwd, "stacks", "shop.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace(DEFAULT_WABA, "77"));
    expect(await run(["template", "delete", "order_shipped", "--language", "en_US", "--yes", ...WABA])).toMatchObject({
      code: 0,
    });
  });

  it("template edit, also by id; a dry run is no change", async () => {
    const { run, files } = await setUp();
    const argv = ["template", "edit", files.en_US, ...WABA];
    for (const more of [[], ["--id", "1001"]]) {
      const { code, text } = await run([...argv, ...more]);
      expect(code).toBe(6);
      expect(text).toContain(
        "Not changed: a stack file declares the template order_shipped en_US (stacks/shop.yaml:8:7",
      );
      expect(text).toContain("Change it in the file and run `pulumi up --stack shop`, or pass --force.");
    }
    expect(await run([...argv, "--dry-run"])).toMatchObject({ code: 0 });
    expect(await run([...argv, "--force"])).toMatchObject({ code: 0 });
  });

  it("profile update", async () => {
    const { run } = await setUp();
    const argv = ["profile", "update", "--phone", DEFAULT_PHONE, "--about", "Herbs"];
    const { code, text } = await run(argv);
    expect(code).toBe(6);
    expect(text).toContain(`(stacks/shop.yaml:3:13, profiles.${DEFAULT_PHONE})`);
    expect(await run([...argv, "--dry-run"])).toMatchObject({ code: 0 });
    expect(await run([...argv, "--force"])).toMatchObject({ code: 0 });
  });

  it("connections delete: by id, and by app with the id in Pulumi's state", async () => {
    const byId = await setUp();
    const argv = ["connections", "delete", CONNECTION, "--yes"];
    const refused = await byId.run(argv);
    expect(refused.code).toBe(6);
    expect(refused.text).toContain(`the connection ${CONNECTION} (stacks/shop.yaml:2:16, connections.shop)`);
    expect(await byId.run([...argv, "--force"])).toMatchObject({ code: 0 });

    const byApp = await setUp({ connection: "{ app: whatsapp-business }" });
    const { env } = await fakeStates({ shop: { shop: CONNECTION } });
    expect(await byApp.run(argv, { env })).toMatchObject({ code: 6 });
    const other = await fakeStates({ shop: { shop: "another" } });
    expect(await byApp.run(argv, { env: other.env })).toMatchObject({ code: 0, stderr: "" });
  });

  it("a connection that a stack only uses, by id", async () => {
    const { run, cwd } = await setUp();
    const file = join(cwd, "stacks", "shop.yaml");
    const id = "21fd90f9-5935-43cd-b6c8-bde9d915ca80";
    const text = (await readFile(file, "utf8")).replace("connection: shop", `connection: ${id}`);
    await writeFile(file, text.replace(/^connections:.*\n/m, ""));
    const { code, text: said } = await run(["connections", "delete", id, "--yes"]);
    expect(code).toBe(6);
    expect(said).toContain("account.connection");
  });

  it("a file that is not valid still declares; one that cannot be parsed is a warning", async () => {
    const { run, cwd, templates } = await setUp();
    const file = join(cwd, "stacks", "shop.yaml");
    const text = await readFile(file, "utf8");
    const argv = ["template", "delete", "order_shipped", "--language", "en_US", ...WABA];
    await writeFile(file, `${text}\nnonsense: true\n`);
    expect(await run([...argv, "--yes"])).toMatchObject({ code: 6, stderr: expect.stringContaining("MYCO_DECLARED") });
    await writeFile(file, "account: { waba: [\n");
    const unconfirmed = await run(argv);
    expect(unconfirmed.text).toContain("warning: cannot read everything that stacks/shop.yaml declares");
    expect(unconfirmed.text).toContain("MYCO_NOT_CONFIRMED");
    expect(templates()).toBe(2);
    expect(await run([...argv, "--yes"])).toMatchObject({ code: 0 });
  });

  it("a template that a renamed key or a prefix declares is known by its name in the account", async () => {
    const { account, run, cwd } = await setUp({ more: "settings: { namePrefix: dev_ }" });
    await writeFile(join(cwd, "prefixed.json"), JSON.stringify(orderBody("en_US", "dev_order_shipped")));
    await account.cli(["template", "create", join(cwd, "prefixed.json"), ...WABA]);
    const prefixed = await run(["template", "delete", "dev_order_shipped", "--all-languages", "--yes", ...WABA]);
    expect(prefixed).toMatchObject({ code: 6 });
    expect(await run(["template", "delete", "order_shipped", "--all-languages", "--yes", ...WABA])).toMatchObject({
      code: 0,
    });
  });
});

it("the question names the lock and every language that goes", async () => {
  const { account } = await setUp();
  const argv = ["template", "delete", "order_shipped", ...WABA];
  const question = `WhatsApp locks the name for these languages for about 30 days. Delete order_shipped (en_US, es_MX) from ${DEFAULT_WABA}?`;
  const asked = await account.cli([...argv, "--all-languages"], { typed: true, stdin: "n\n" });
  expect(asked).toMatchObject({ code: 6, stderr: expect.stringContaining(`${question} [y/N]`) });
  const silent = await account.cli([...argv, "--all-languages"]);
  expect(silent.stderr.replaceAll(/\s+/g, " ")).toContain(`Not confirmed: ${question} Nothing was deleted.`);
  const one = await account.cli([...argv, "--language", "en_US"]);
  expect(one.stderr.replaceAll(/\s+/g, " ")).toContain("locks the name for this language for about 30 days.");
});
