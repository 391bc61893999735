import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../run-cli.ts";

const BASE = `templates:
  order_shipped:
    category: UTILITY
    variables: { first_name: Ana }
    languages:
      en_US:
        body: "Hi {{first_name}}, your order is on its way and will be with you soon."
`;
const DEV = `extends: base.yaml
account: { waba: "102290129340398" }
settings: { namePrefix: dev_ }
`;
const BROKEN = `account: { waba: "202290129340398" }
templates:
  order_shipped:
    category: UTILITY
    languages:
      en_US:
        bdy: Hello
`;

const folders: string[] = [];
async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mycobot-validate-"));
  folders.push(folder);
  await mkdir(join(folder, "stacks"));
  const all = { "Pulumi.yaml": "name: test\nruntime: nodejs\n", ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return folder;
}

let good = "";
let bad = "";
beforeAll(async () => {
  good = await project({ "stacks/base.yaml": BASE, "stacks/dev.yaml": DEV });
  bad = await project({ "stacks/base.yaml": BASE, "stacks/dev.yaml": DEV, "stacks/prod.yaml": BROKEN });
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe("validate", () => {
  it("checks every file of stacks/, fragments too", async () => {
    const { code, stdout, stderr } = await runCli(["validate", "--json"], { cwd: good });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const json = JSON.parse(stdout);
    expect(json).toMatchObject({ version: 1, ok: true });
    expect(json.stacks.map(({ stack, ok }: { stack: string; ok: boolean }) => [stack, ok])).toEqual([
      ["base", true],
      ["dev", true],
    ]);
  });

  it.each([
    { what: "a name", argv: ["dev"] },
    { what: "a path", argv: ["stacks/dev.yaml"] },
  ])("takes $what", async ({ argv }) => {
    const { code, stdout } = await runCli(["validate", ...argv], { cwd: good });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^dev +1 +ok +no problems$/m);
  });

  it("places errors, and ends with 3", async () => {
    const { code, stdout } = await runCli(["validate", "--format", "json"], { cwd: bad });
    expect(code).toBe(3);
    const json = JSON.parse(stdout);
    expect(json.ok).toBe(false);
    const prod = json.stacks.find(({ stack }: { stack: string }) => stack === "prod");
    expect(prod.ok).toBe(false);
    expect(prod.issues).toContainEqual({
      severity: "error",
      code: expect.any(String),
      file: "stacks/prod.yaml",
      line: 7,
      column: 9,
      message: expect.stringContaining("bdy"),
      hint: expect.stringContaining("body"),
    });
  });

  it("shows the line in text, within 80 columns", async () => {
    const { code, stdout } = await runCli(["validate"], { cwd: bad });
    expect(code).toBe(3);
    expect(stdout).toContain("stacks/prod.yaml:7:9 error");
    expect(stdout).toContain("  7 |         bdy: Hello\n    |         ^\n");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("annotates for GitHub and writes SARIF", async () => {
    const github = await runCli(["validate", "prod", "--format", "github"], { cwd: bad });
    expect(github.code).toBe(3);
    expect(github.stdout).toMatch(/^::error file=stacks\/prod\.yaml,line=7,col=9,title=mycobot%3A /m);
    const sarif = await runCli(["validate", "--format", "sarif"], { cwd: bad });
    expect(sarif.code).toBe(3);
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: "2.1.0",
      runs: [{ tool: { driver: { name: "mycobot" } } }],
    });
    expect((await runCli(["validate", "--format", "github"], { cwd: good })).stdout).toBe("");
  });

  it("refuses what it cannot find or understand", async () => {
    const empty = await project({});
    for (const { argv, cwd } of [
      { argv: ["validate", "nowhere"], cwd: good },
      { argv: ["validate"], cwd: empty },
      { argv: ["validate", "--json", "--format", "github"], cwd: good },
    ]) {
      const { code } = await runCli(argv, { cwd });
      expect(code).toBe(3);
    }
  });
});
