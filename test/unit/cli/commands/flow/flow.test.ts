import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { DEFAULT_WABA, type TestAccount, temporaryFolder, testAccount } from "../../account.ts";
import { runCli } from "../../run-cli.ts";

const FILE = fileURLToPath(new URL("../../../../fixtures/flows/book_a_table.json", import.meta.url));
const WABA = ["--waba", DEFAULT_WABA];

/** A file whose flow JSON has one error, in line 3. */
async function wrongFile(): Promise<string> {
  const file = join(await temporaryFolder(), "flow.json");
  await writeFile(file, (await readFile(FILE, "utf8")).replace('"version": "7.0"', '"version": "2024.0"'));
  return file;
}

async function created({ json }: TestAccount, ...more: string[]): Promise<string> {
  const argv = ["flow", "create", "--name", "booking", "--category", "other", ...WABA, ...more];
  const { result } = await json(argv);
  return (result as { flow: { id: string } }).flow.id; // what create prints
}

function flows({ emulator }: TestAccount) {
  return emulator.state().accounts[0]?.flows ?? [];
}

describe("mycobot flow", () => {
  it("creates a draft, shows it, and publishes and deprecates it after a confirmation", async () => {
    const account = await testAccount();
    const { cli } = account;
    const { code, stdout } = await cli([
      ...["flow", "create", "--name", "booking", "--category", "survey", "--category", "other", "--file", FILE],
      ...WABA,
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^id +\d+\nname +booking\nstatus +DRAFT\n$/);
    const list = await cli(["flow", "list", ...WABA]);
    expect(list.stdout).toMatch(/^id +name +status +categories +errors\n\d+ +booking +DRAFT +SURVEY, OTHER *\n$/);
    const shown = await cli(["flow", "get", "booking", ...WABA]);
    expect(shown.stdout).toMatch(/preview +https:\/\/business\.facebook\.com\//);
    expect(shown.stdout).toMatch(/flow\.json +https:\/\/scontent\.xx\.fbcdn\.net\//);
    const published = await cli(["flow", "publish", "booking", ...WABA], { typed: true, stdin: "y\n" });
    expect(published.stderr).toContain("Publish the flow booking? It cannot be changed afterwards. [y/N]");
    expect(published.stdout).toMatch(/^\d+: published\n$/);
    expect(flows(account)).toMatchObject([{ status: "PUBLISHED", categories: ["SURVEY", "OTHER"] }]);
    expect(await cli(["flow", "deprecate", "booking", ...WABA, "--yes"])).toMatchObject({ code: 0 });
    expect(flows(account)).toMatchObject([{ status: "DEPRECATED" }]);
  });

  it("prints JSON", async () => {
    const account = await testAccount();
    const { json } = account;
    const id = await created(account, "--file", FILE);
    expect((await json(["flow", "get", id])).result).toMatchObject({
      version: 1,
      flow: { id, name: "booking", status: "DRAFT", validation_errors: [] },
      assets: [{ name: "flow.json", asset_type: "FLOW_JSON" }],
    });
    expect((await json(["flow", "list", ...WABA])).result).toMatchObject({ version: 1, flows: [{ id }] });
    expect((await json(["flow", "update", id, "--name", "tables"])).result).toEqual({
      version: 1,
      flow: { id, changed: ["name"] },
    });
    expect((await json(["flow", "publish", id, "--yes"])).result).toEqual({
      version: 1,
      flow: { id, status: "PUBLISHED" },
    });
    expect((await json(["flow", "deprecate", "tables", ...WABA, "--yes"])).result).toEqual({
      version: 1,
      flow: { id, status: "DEPRECATED" },
    });
  });

  it("publishes at once, when told so", async () => {
    const account = await testAccount();
    const id = await created(account, "--file", FILE, "--publish", "--yes");
    expect(flows(account)).toMatchObject([{ id, status: "PUBLISHED" }]);
    const { result } = await account.json(["flow", "create", "--name", "booking_2", "--clone", id, ...WABA]);
    expect(result).toMatchObject({ flow: { name: "booking_2", status: "DRAFT", validation_errors: [] } });
  });

  it("uploads flow JSON to a draft, as it is", async () => {
    const account = await testAccount();
    const id = await created(account);
    const { code, stdout } = await account.cli(["flow", "update", "booking", "--file", "-", ...WABA], {
      stdin: `\n${await readFile(FILE, "utf8")}`,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${id}: changed flow_json.\n` });
    expect(flows(account)[0]?.json).toBe(`\n${await readFile(FILE, "utf8")}`);
  });

  it("reports errors of flow JSON with line and column, and ends with 3", async () => {
    const account = await testAccount();
    const { cli, json } = account;
    const file = await wrongFile();
    const create = ["flow", "create", "--name", "booking", "--category", "OTHER", "--file", file, ...WABA];
    const { code, stdout, stderr } = await cli([...create, "--publish", "--yes"]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/status +DRAFT/);
    expect(stderr).toContain("WhatsApp reports 1 error in the flow JSON; the flow is a draft.");
    expect(stderr).toContain("2:14 INVALID_FLOW_JSON_VERSION: Invalid Flow JSON version. (version)");
    const shown = await cli(["flow", "get", "booking", ...WABA]);
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringMatching(/^error +2:14 INVALID_FLOW_JSON_VERSION/m) });
    const [, id = ""] = /^id +(\d+)$/m.exec(stdout) ?? [];
    const updated = await json(["flow", "update", id, "--file", file]);
    expect(updated).toMatchObject({
      code: 3,
      result: { flow: { id, changed: ["flow_json"], validation_errors: [{ error: "INVALID_FLOW_JSON_VERSION" }] } },
    });
    const refused = await cli(["flow", "publish", id, "--yes"]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("139002") });
    expect((await cli(["flow", "list", ...WABA])).stdout).toMatch(/DRAFT +OTHER +1\n$/);
  });

  it.each(["publish", "deprecate", "delete"])("%s needs --yes without a terminal", async (command) => {
    const account = await testAccount();
    const id = await created(account, "--file", FILE);
    const before = flows(account);
    const { code, stderr } = await account.cli(["flow", command, id]);
    expect(code).toBe(6);
    expect(stderr).toMatch(/MYCO_NOT_CONFIRMED|Pass --yes/);
    expect(stderr).not.toMatch(command === "delete" ? /published/ : /deleted/);
    expect(flows(account)).toEqual(before);
  });

  it("create --publish needs --yes without a terminal, and then sends nothing", async () => {
    const account = await testAccount();
    const argv = ["flow", "create", "--name", "booking", "--category", "OTHER", "--file", FILE, "--publish", ...WABA];
    expect(await account.cli(argv)).toMatchObject({ code: 6, stderr: expect.stringContaining("Nothing was created.") });
    expect(flows(account)).toEqual([]);
  });

  it("deletes a draft", async () => {
    const account = await testAccount();
    const id = await created(account);
    expect(await account.cli(["flow", "delete", id, "--yes"])).toMatchObject({ code: 0, stdout: `${id}: deleted\n` });
    expect(flows(account)).toEqual([]);
    expect(await account.cli(["flow", "list", ...WABA])).toMatchObject({ code: 0, stderr: "No flows.\n" });
  });

  it("prints requests without a key", async () => {
    const create = ["flow", "create", "--name", "booking", "--category", "OTHER", "--file", FILE, "--publish"];
    const { code, stdout } = await runCli([...create, ...WABA, "--dry-run", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      request: {
        method: "POST",
        url: expect.stringMatching(new RegExp(`/${DEFAULT_WABA}/flows$`)),
        body: { name: "booking", categories: ["OTHER"], flow_json: await readFile(FILE, "utf8"), publish: true },
      },
    });
    const update = await runCli(["flow", "update", "5", "--endpoint", "https://example.com", "--dry-run", "--json"]);
    expect(JSON.parse(update.stdout)).toMatchObject({
      request: { method: "POST", url: expect.stringMatching(/\/5$/), body: { endpoint_uri: "https://example.com" } },
    });
    const upload = await runCli(["flow", "update", "5", "--file", FILE, "--dry-run", "--json"]);
    expect(JSON.parse(upload.stdout)).toMatchObject({
      request: {
        method: "POST",
        url: expect.stringMatching(/\/5\/assets$/),
        headers: { "content-type": expect.stringMatching(/^multipart\/form-data/) },
      },
    });
  });

  it.each<{ what: string; argv: string[]; code: number; says: RegExp }>([
    { what: "no category", argv: ["create", "--name", "a"], code: 3, says: /No category specified/ },
    {
      what: "nothing to publish",
      argv: ["create", "--name", "a", "--category", "OTHER", "--publish"],
      code: 3,
      says: /requires flow JSON/,
    },
    {
      what: "no file",
      argv: ["create", "--name", "a", "--category", "OTHER", "--file", "no.json"],
      code: 3,
      says: /no such/,
    },
    { what: "no JSON", argv: ["update", "5", "--file", "-"], code: 3, says: /stdin:1:2/ },
    { what: "no change", argv: ["update", "5"], code: 3, says: /No change specified/ },
    { what: "an unknown name", argv: ["get", "nothing"], code: 1, says: /no flow "nothing"[\s\S]*flow list/ },
    { what: "an unknown id", argv: ["get", "5"], code: 1, says: /100\/33/ },
    { what: "an unknown category", argv: ["create", "--name", "a", "--category", "FUN"], code: 1, says: /categories/ },
  ])("refuses $what", async ({ argv, code, says }) => {
    const account = await testAccount();
    const done = await account.cli(["flow", ...argv, ...WABA], { stdin: "{]" });
    expect(done.code).toBe(code);
    expect(done.stderr).toMatch(says);
    expect(flows(account)).toEqual([]);
  });
});
