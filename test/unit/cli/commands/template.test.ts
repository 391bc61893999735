import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordChanges, wordDiffText } from "../../../../src/cli/output/template-changes.ts";
import { runCli } from "../run-cli.ts";

const GOOD = {
  name: "order_shipped",
  language: "en_US",
  category: "UTILITY",
  components: [
    {
      type: "BODY",
      text: "Hi {{1}}, your order is on its way and will be with you soon.",
      example: { body_text: [["Ana"]] },
    },
  ],
};
/** A flow's id above 2^53, as a number. */
const FLOW = text({
  ...GOOD,
  components: [...GOOD.components, { type: "BUTTONS", buttons: [{ type: "FLOW", text: "Book", flow_id: "FLOW" }] }],
}).replace('"FLOW"}', "9223372036854775807}");

function text(value: unknown) {
  return JSON.stringify(value);
}

function withBody(body: string) {
  return { ...GOOD, components: [{ ...GOOD.components[0], text: body }] };
}

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "mycobot-template-"));
  const files = {
    "good.json": text(GOOD),
    "bom.json": `\ufeff${text(GOOD)}`,
    "bad.json": text({ ...GOOD, name: "Order Shipped!", category: "NEWS" }),
    "broken.json": '{\n  "name": "x",\n}',
    "list.json": text({ data: [GOOD] }),
    "array.json": text([GOOD]),
    "evil.json": text({ ...GOOD, category: "\u001b[2J\u202enews" }),
    "observed.json": text({ ...GOOD, id: "1", status: "APPROVED", category: "MARKETING" }),
    "reworded.json": text(withBody("Hello {{1}}, your order is on its way and will be with you tomorrow.")),
    "retired.json": text({
      ...GOOD,
      category: "ACCOUNT_UPDATE",
      components: [{ type: "BODY", text: "x".repeat(3000) }],
    }),
    "number.json": "42",
    "flow.json": FLOW,
    "other-flow.json": FLOW.replace("775807", "775806"),
    "typeless.json": text({ ...GOOD, components: [{ text: "x" }] }),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
  await writeFile(join(cwd, "latin1.json"), Buffer.from([0x22, 0xe9, 0x22]));
  await mkdir(join(cwd, "folder"));
});
afterAll(() => rm(cwd, { recursive: true }));

interface LintJson {
  version: number;
  ok: boolean;
  files: {
    file: string;
    ok: boolean;
    issues: { severity: string; code: string; path: string; message: string; hint: string }[];
  }[];
}

async function lintJson(...files: string[]): Promise<{ code: number; json: LintJson; stderr: string }> {
  const { code, stdout, stderr } = await runCli(["template", "lint", "--json", ...files], { cwd });
  return { code, json: JSON.parse(stdout), stderr };
}

describe("template lint", () => {
  it("takes good bodies, from files and stdin", async () => {
    expect(await lintJson("good.json", "bom.json")).toEqual({
      code: 0,
      stderr: "",
      json: {
        version: 1,
        ok: true,
        files: [
          { file: "good.json", ok: true, issues: [] },
          { file: "bom.json", ok: true, issues: [] },
        ],
      },
    });
    const stdin = await runCli(["template", "lint", "-"], { cwd, stdin: text(GOOD) });
    expect(stdin).toEqual({ code: 0, stdout: "stdin: ok, no problems\n", stderr: "" });
  });

  it("names every problem of a body, and goes on with the other files", async () => {
    const { code, json, stderr } = await lintJson("bad.json", "good.json");
    expect(code).toBe(3);
    expect(stderr).toBe("");
    expect(json.ok).toBe(false);
    expect(json.files.map(({ file, ok }) => [file, ok])).toEqual([
      ["bad.json", false],
      ["good.json", true],
    ]);
    expect(json.files[0]?.issues.map(({ path }) => path)).toEqual(expect.arrayContaining(["/name", "/category"]));
    for (const issue of json.files[0]?.issues ?? []) {
      expect(issue).toMatchObject({
        severity: "error",
        code: expect.any(String),
        message: expect.any(String),
        hint: expect.any(String),
      });
    }
  });

  it.each([
    {
      file: "broken.json",
      code: "json-syntax",
      says: "Line 3, column 1: Invalid JSON: expected a key in double quotes.",
    },
    { file: "gone.json", code: "file-unreadable", says: "Cannot read gone.json: no such file." },
    { file: "folder", code: "file-unreadable", says: "Cannot read folder: it is a directory." },
    { file: "latin1.json", code: "file-unreadable", says: "Cannot read latin1.json: it is not UTF-8 text." },
    { file: "list.json", code: "list-response", says: "response of WhatsApp's list call" },
  ])("makes an issue of $file", async ({ file, code, says }) => {
    const { code: exit, json } = await lintJson(file);
    expect(exit).toBe(3);
    expect(json.files).toMatchObject([{ file, ok: false, issues: [{ severity: "error", code }] }]);
    expect(json.files[0]?.issues[0]?.message).toContain(says);
  });

  it.each(["array.json", "number.json"])("refuses what is no object: %s", async (file) => {
    const { code, json } = await lintJson(file);
    expect(code).toBe(3);
    expect(json.files[0]?.issues.length).toBeGreaterThan(0);
  });

  it("writes issues for people, in the terminal's width and without obeying the file", async () => {
    const { code, stdout } = await runCli(["template", "lint", "bad.json", "evil.json"], {
      cwd,
      terminal: 60,
      env: { NO_COLOR: "1" },
    });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^bad\.json: not ok, \d errors/);
    expect(stdout).toMatch(/^ {2}error \S+ {2}\/name$/m);
    expect(stdout.split("\n").filter((line) => line.length > 60)).toEqual([]);
    for (const character of ["\u001b", "\u202e"]) expect(stdout).not.toContain(character);
  });

  it("colours on a terminal only", async () => {
    expect((await runCli(["template", "lint", "bad.json"], { cwd, terminal: 80 })).stdout).toContain("\u001b[");
    expect((await runCli(["template", "lint", "bad.json"], { cwd })).stdout).not.toContain("\u001b[");
  });

  it("reads stdin once", async () => {
    expect((await runCli(["template", "lint", "-", "-"], { stdin: "{}" })).code).toBe(3);
  });
});

async function diff(...argv: string[]) {
  return runCli(["template", "diff", ...argv], { cwd });
}

describe("template diff", () => {
  it("is equal in spite of the account's own fields; a category is reported", async () => {
    const { code, stdout, stderr } = await diff("--json", "good.json", "observed.json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const json = JSON.parse(stdout);
    expect(json).toMatchObject({ version: 1, equal: true, changes: [] });
    expect(json.reports).toEqual(expect.arrayContaining([expect.objectContaining({ code: "category" })]));
    expect((await diff("good.json", "observed.json")).stdout).toContain("Equal in meaning.");
  });

  it("prints the differences and ends with 2", async () => {
    const { code, stdout } = await diff("--json", "good.json", "reworded.json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      equal: false,
      changes: [
        {
          path: "/components/0/text",
          wanted: expect.stringContaining("Hi"),
          observed: expect.stringContaining("Hello"),
          kind: "changed",
        },
      ],
    });
    const people = await diff("good.json", "reworded.json");
    expect(people.code).toBe(2);
    expect(people.stdout).toContain("1 difference.");
    expect(people.stdout).toContain("/components/0/text  changed");
    expect(people.stdout).toContain("[-Hi-]{+Hello+}");
    expect(people.stdout).toContain("[-soon-]{+tomorrow+}");
  });

  it("validates neither file", async () => {
    expect((await diff("retired.json", "retired.json")).code).toBe(0);
  });

  it.each([
    { argv: ["list.json", "good.json"], says: "list.json does not contain a template: it is a list of templates." },
    { argv: ["good.json", "array.json"], says: "array.json does not contain a template: it is not a JSON object." },
    { argv: ["good.json", "typeless.json"], says: "one of its components has no type" },
    { argv: ["gone.json", "good.json"], says: "Cannot read gone.json: no such file." },
    { argv: ["good.json", "broken.json"], says: "broken.json:3:1: Invalid JSON" },
    { argv: ["-", "-"], says: "Only one of the two files can be stdin (-)." },
  ])("cannot compare $argv", async ({ argv, says }) => {
    const { code, stdout, stderr } = await diff(...argv);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(says);
  });
});

function plain(_: unknown, text: string) {
  return text;
}

describe("wordChanges", () => {
  it("marks the words that only one text has", () => {
    const changes = wordChanges("Hi Ana, your order is here.", "Hi Eva, your order is not here.") ?? [];
    expect(wordDiffText(changes, plain)).toBe("Hi [-Ana-]{+Eva+}, your order is {+not +}here.");
  });

  it("gives both texts back", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b ", "c", " ", ".", "🎉"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after) ?? [];
        const without = (kind: string) => changes.filter((change) => change.kind !== kind).map((change) => change.text);
        expect(without("added").join("")).toBe(before);
        expect(without("removed").join("")).toBe(after);
      }),
    );
  });

  it("gives up on texts that are too long", () => {
    expect(wordChanges("a ".repeat(1000), "b ".repeat(1000))).toBeUndefined();
  });
});

describe("ids that are written as long numbers", () => {
  it("are compared to their last digit", async () => {
    const same = await runCli(["template", "diff", "flow.json", "flow.json"], { cwd });
    expect(same).toMatchObject({ code: 0 });
    const other = await runCli(["template", "diff", "flow.json", "other-flow.json"], { cwd });
    expect(other).toMatchObject({ code: 2, stdout: expect.stringContaining("9223372036854775807") });
  });

  it("are sent with all their digits", async () => {
    const argv = ["template", "create", "flow.json", "--waba", "1", "--dry-run"];
    expect(await runCli(argv, { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("9223372036854775807"),
    });
  });
});
