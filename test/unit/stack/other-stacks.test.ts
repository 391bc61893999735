// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkStacks, loadStack, type StackIssue } from "../../../src/stack/index.ts";
import { project } from "./project.ts";

function account(waba = "102290129340398") {
  return `account: { waba: "${waba}" }\n`;
}

const HELLO = "templates:\n  hello:\n    category: UTILITY\n    languages: { en_US: { body: Hello there } }\n";

/** The issues of dev, loaded in a project with these stack files. */
async function load(files: Record<string, string>, alone = false): Promise<readonly StackIssue[]> {
  const { root } = await project(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`stacks/${name}.yaml`, text])),
  );
  return loadStack("dev", { projectRoot: root, cwd: root, alone }).then(
    ({ issues }) => issues,
    (error: { issues: StackIssue[] }) => error.issues,
  );
}

function summaryOf(issues: readonly StackIssue[]) {
  return issues.map(({ severity, code, file, line, column }) => `${severity} ${code} ${file}:${line}:${column}`);
}

describe("loading a stack", () => {
  test.each<[string, string, string]>([
    ["another key with the same name", "dev", `${account()}${HELLO.replace("hello:", "hi:\n    name: hello")}`],
    [
      "a version whose name comes out the same",
      "dev",
      `${account()}${HELLO.replace("hello:", "hel:").replace("category", "name: hello\n    category")}`,
    ],
    [
      "a prefix that makes the same name",
      "dev",
      `${account()}settings: { namePrefix: hel }\n${HELLO.replace("hello", "lo")}`,
    ],
    [
      "a prefix and an account from values",
      "dev",
      `account: { waba: "\${waba}" }\nvalues: { waba: "102290129340398", prefix: hel }\nsettings: { namePrefix: "\${prefix}" }\n${HELLO.replace("hello", "lo")}`,
    ],
    [
      "an older version",
      "dev",
      `${account()}templates:\n  hello:\n    category: UTILITY\n    version: "\${two}"\n    languages: { en_US: { body: Hello there } }\n    previous: { 1: { category: UTILITY, languages: { en_US: { body: Hi there } } } }\nvalues: { two: 2 }\n`,
    ],
  ])("is an error where another file claims the template by %s", async (_what, name, other) => {
    const issues = await load({ [name]: `${account()}${HELLO}`, other });
    expect(summaryOf(issues)).toEqual(["error template-claimed-twice stacks/dev.yaml:5:18"]);
    expect(issues[0]?.message).toMatch(
      /stacks\/dev\.yaml and stacks\/other\.yaml both declare `hello\/en_US` of account 102290129340398/,
    );
  });

  test.each([
    ["another account", `${account("2")}${HELLO}`],
    ["another prefix", `${account()}settings: { namePrefix: x_ }\n${HELLO}`],
    ["another language", `${account()}${HELLO.replace("en_US", "es")}`],
    ["another version", `${account()}${HELLO.replace("category", "version: 2\n    category")}`],
    ["no account, being a fragment", HELLO],
  ])("is fine where another file has %s", async (_what, other) => {
    expect(summaryOf(await load({ dev: `${account()}${HELLO}`, other }))).toEqual([]);
  });

  test("is fine where the other file is its base, and an error where another one extends that, too", async () => {
    const base = { base: HELLO, dev: `extends: base.yaml\n${account()}` };
    expect(summaryOf(await load(base))).toEqual([]);
    expect(summaryOf(await load({ ...base, twin: `extends: base.yaml\n${account()}` }))).toEqual([
      "error template-claimed-twice stacks/base.yaml:4:18",
    ]);
  });

  test("is an error where two files declare the profile of one phone, with equal fields too", async () => {
    const profile = 'profiles: { "106": { about: Herbs } }\n';
    const other = `${account("2")}values: { phone: "106" }\n${HELLO}profiles: { "\${phone}": { about: Herbs } }\n`;
    expect(summaryOf(await load({ dev: `${account()}${HELLO}${profile}`, other }))).toEqual([
      "error profile-claimed-twice stacks/dev.yaml:6:13",
    ]);
  });

  test.each<[string, string, string]>([
    ["does not parse", "templates: [", "stacks/other.yaml:1:13"],
    ["extends what is not there", `extends: nowhere.yaml\n${account("2")}`, "stacks/other.yaml:1:10"],
    ["has an account without a value", 'account: { waba: "${waba}" }\n', "stacks/other.yaml:1:19"],
    ["repeats a key", `${account("2")}${account("3")}`, "stacks/other.yaml:2:1"],
  ])("warns, and loads, where another file %s", async (_what, other, place) => {
    const issues = await load({ dev: `${account()}${HELLO}`, other });
    expect(summaryOf(issues)).toEqual([`warning claims-unknown ${place}`]);
    expect(issues[0]?.message).toContain("cannot read everything that stacks/other.yaml declares");
  });

  test("does not check parts of another file that do not affect its claims", async () => {
    const other = `${account("2")}settings: { protct: 1 }\ntemplates:\n  a:\n    languages: { en_US: { body: "\${nothing}", foter: x } }\n`;
    expect(summaryOf(await load({ dev: `${account()}${HELLO}`, other }))).toEqual([]);
  });

  test("warns about a pipe in stacks/, and does not wait for it", async () => {
    const { root } = await project({ "stacks/dev.yaml": `${account()}${HELLO}` });
    execFileSync("mkfifo", [join(root, "stacks/pipe.yaml")]);
    await mkdir(join(root, "stacks/folder.yaml"));
    await writeFile(join(root, "stacks/notes.txt"), "not a stack file");
    const { issues } = await loadStack("dev", { projectRoot: root, cwd: root });
    expect(summaryOf(issues)).toEqual([
      "warning claims-unknown stacks/folder.yaml:1:1",
      "warning claims-unknown stacks/pipe.yaml:1:1",
    ]);
  });

  test("reports its own mistakes together with claims of other files", async () => {
    const issues = await load({
      dev: `${account()}settings: { protct: true }\n${HELLO}`,
      other: `${account()}${HELLO}`,
    });
    expect(summaryOf(issues)).toEqual([
      "error unknown-key stacks/dev.yaml:2:13",
      "error template-claimed-twice stacks/dev.yaml:6:18",
    ]);
  });

  test("ignores the other files on request, and if the file is not in stacks/", async () => {
    const both = { dev: `${account()}${HELLO}`, other: `${account()}${HELLO}` };
    expect(await load(both, true)).toEqual([]);
    const { root } = await project({ "stacks/dev.yaml": both.dev, "copies/dev.yaml": both.dev });
    expect((await loadStack(join(root, "copies/dev.yaml"))).issues).toEqual([]);
  });
});

test("checking some stacks compares them with those that are not named", async () => {
  const { root } = await project({
    "stacks/a.yaml": `${account()}${HELLO}`,
    "stacks/b.yaml": `${account("2")}${HELLO}`,
    "stacks/c.yaml": `${account("2")}${HELLO}`,
  });
  const codes = async (...names: string[]) =>
    (await checkStacks(names, { projectRoot: root, cwd: root })).map(({ issues }) => issues.map(({ code }) => code));
  expect(await codes("a", "b")).toEqual([[], ["template-claimed-twice"]]);
  expect(await codes("a", "b", "c")).toEqual([[], [], ["template-claimed-twice"]]);
});

test("a value may be the key of a profile", async () => {
  const { root } = await project({
    "stacks/base.yaml": `${HELLO}profiles: { "\${phone}": { about: Herbs } }\n`,
    "stacks/dev.yaml": `extends: base.yaml\n${account()}values: { phone: "106540352242922" }\nprofiles: { "\${phone}": { email: a@example.com } }\n`,
  });
  const { profiles } = await loadStack("dev", { projectRoot: root });
  expect(profiles).toEqual([
    { phone: "106540352242922", fields: { about: "Herbs", email: "a@example.com" }, onRemove: "retain" },
  ]);
  expect((await checkStacks(["base"], { projectRoot: root }))[0]?.issues).toEqual([]);
});

test.each([
  ["has no value", 'profiles: { "${phone}": { about: Herbs } }', "unknown-value"],
  ["is no id", 'values: { phone: shop }\nprofiles: { "${phone}": { about: Herbs } }', "wrong-value"],
  ["is there already", 'values: { phone: "106" }\nprofiles: { "106": {}, "${phone}": {} }', "duplicate-key"],
])("a key of a profile that %s is an error", async (_what, text, code) => {
  const { root } = await project({ "stacks/dev.yaml": `${account()}${HELLO}${text}\n` });
  const [check] = await checkStacks(["dev"], { projectRoot: root });
  expect(check?.issues.map((issue) => issue.code)).toEqual([code]);
});
