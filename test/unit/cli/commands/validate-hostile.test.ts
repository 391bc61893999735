import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkedStack } from "../../../../src/cli/commands/validate/checked-stack.ts";
import { validateText } from "../../../../src/cli/commands/validate/text.ts";
import { FORMATS } from "../../../../src/cli/commands/validate/validate.ts";
import { cleaner } from "../../../../src/cli/secrets.ts";
import type { StackIssue } from "../../../../src/stack/types.ts";
import { runCli } from "../run-cli.ts";

const KEY = "mk_live_4f9d1c77aa02";
const ACCOUNT = 'account: { waba: "102290129340398" }\n';
const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
function plain(_: unknown, text: string) {
  return text;
}

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mycobot-hostile-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "stacks"));
  const all = { "Pulumi.yaml": "name: test\n", ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return folder;
}

function validate(cwd: string, format: string, ...more: string[]) {
  return runCli(["validate", "--format", format, ...more], { cwd, env: { MATON_API_KEY: KEY } });
}

describe.each(FORMATS)("validate --format %s", (format) => {
  it.each<{ what: string; files: Record<string, string> }>([
    {
      what: "in a file that is no stack file",
      files: { ".env": `MATON_API_KEY=${KEY}\n`, "stacks/a.yaml": `extends: ../.env\n${ACCOUNT}` },
    },
    { what: "in a line with a mistake", files: { "stacks/a.yaml": `${ACCOUNT}settings: { ${KEY}: "${KEY}" }\n` } },
    {
      what: "where a quotation ends in its middle",
      files: { "stacks/a.yaml": `${ACCOUNT}settings: { adopt: "${"x".repeat(48)}${KEY}${"y".repeat(60)}" }\n` },
    },
    {
      what: "in a name that is long enough to be wrapped",
      files: { [`stacks/${"n".repeat(66)}${KEY}.yaml`]: "a: b\n" },
    },
    { what: "in a path of extends", files: { "stacks/a.yaml": `extends: ${KEY}.yaml\n${ACCOUNT}` } },
  ])("does not print the key $what", async ({ files }) => {
    const { code, stdout, stderr } = await validate(await project(files), format);
    expect(code).toBe(3);
    // The other formats have no lines of files.
    if (format === "text") expect(stdout).toContain("[redacted]");
    expect(`${stdout}${stderr}`.replace(/\s/g, "")).not.toContain(KEY.slice(0, 12));
  });

  it("prints no character that steers a terminal or turns text around", async () => {
    const evil = "\u001b[2J\u009b\u202e\u2066\u0007";
    const cwd = await project({
      [`stacks/${evil}.yaml`]: `${ACCOUNT}"${"\\u202e"}key": 1\n# ${evil}\nsettings: { "x${evil}": "${evil}", adopt: ${evil.slice(4)}z }\n`,
    });
    const { code, stdout, stderr } = await validate(cwd, format);
    expect(code).toBe(3);
    expect(`${stdout}${stderr}`).not.toMatch(STEERING);
    if (format !== "json" && format !== "sarif") return;
    // Nor does what a parser makes of it.
    JSON.parse(stdout, (_, value: unknown) => {
      if (typeof value === "string") expect(value).not.toMatch(STEERING);
      return value;
    });
  });

  it("refuses what is no ordinary file, and does not wait for it", { timeout: 30_000 }, async () => {
    const cwd = await project({
      "stacks/device.yaml": `extends: ../zero.yaml\n${ACCOUNT}`,
      "stacks/folder.yaml": `extends: ../stacks\n${ACCOUNT}`,
      "stacks/large.yaml": `extends: ../large.yaml\n${ACCOUNT}`,
      "stacks/outside.yaml": `extends: ../../../../../../etc/passwd\n${ACCOUNT}`,
      "stacks/link.yaml": `extends: ../link.yaml\n${ACCOUNT}`,
      "large.yaml": "",
    });
    execFileSync("mkfifo", [join(cwd, "stacks/pipe.yaml")]);
    execFileSync("ln", ["-s", "/dev/zero", join(cwd, "zero.yaml")]);
    execFileSync("ln", ["-s", "/etc/passwd", join(cwd, "link.yaml")]);
    execFileSync("ln", ["-s", "/etc/passwd", join(cwd, "stacks/linked.yaml")]);
    await truncate(join(cwd, "large.yaml"), 500_000_000);
    const { code, stdout } = await validate(cwd, format);
    expect(code).toBe(3);
    expect(stdout).not.toContain("root:");
    if (format !== "json") return;
    const { stacks } = JSON.parse(stdout) as { stacks: { stack: string; issues: { code: string; file: string }[] }[] };
    expect(stacks.map(({ stack, issues }) => [stack, issues.map((issue) => `${issue.code} ${issue.file}`)])).toEqual([
      ["device", ["outside-project stacks/device.yaml"]],
      ["folder", ["not-a-file stacks/folder.yaml"]],
      ["large", ["file-too-large stacks/large.yaml"]],
      ["link", ["outside-project stacks/link.yaml"]],
      ["linked", ["outside-project stacks/linked.yaml"]],
      ["outside", ["outside-project stacks/outside.yaml"]],
      ["pipe", ["not-a-file stacks/pipe.yaml"]],
    ]);
  });
});

describe("the excerpt of a file", () => {
  it("is made from what was checked: the file may be gone, or be another one by then", async () => {
    const issue: StackIssue = {
      severity: "error",
      code: "x",
      path: "",
      file: "a.yaml",
      line: 1,
      column: 1,
      message: "m",
      hint: "",
    };
    const sources = new Map([["a.yaml", "the text that was checked"]]);
    const check = { name: "a", file: "/nowhere/a.yaml", fragment: false, issues: [issue], sources };
    expect(validateText([checkedStack(check, (text) => text)], { paint: plain, width: 80, tableWidth: 80 })).toContain(
      "1 | the text that was checked",
    );
  });

  it("cleans each line once, whatever number of issues it has", () => {
    const text = `{${'"key": 1, '.repeat(3_000)}}`;
    const issues = Array.from(
      { length: 300 },
      (_, at): StackIssue => ({
        severity: "error",
        code: "x",
        path: "",
        file: "a.yaml",
        line: 1,
        column: 1 + at * 100,
        message: "m",
        hint: "",
      }),
    );
    let cleaned = 0;
    const clean = (each: string) => {
      cleaned += each.length;
      return each;
    };
    const check = { name: "a", file: "/a.yaml", fragment: false, issues, sources: new Map([["a.yaml", text]]) };
    const shown = validateText([checkedStack(check, clean)], { paint: plain, width: 80, tableWidth: 80 });
    expect(shown.split("^")).toHaveLength(301);
    expect(cleaned).toBeLessThan(text.length + 300 * 30);
  });

  it("points at the place next to a secret, and shows the rest of the line", () => {
    const clean = cleaner({ MATON_API_KEY: KEY });
    const line = `a: ${KEY}, foter: x`;
    const at = (needle: string): StackIssue => ({
      severity: "error",
      code: "x",
      path: "",
      file: "a.yaml",
      line: 1,
      column: 1 + line.indexOf(needle),
      message: "m",
      hint: "",
    });
    const check = {
      name: "a",
      file: "/a.yaml",
      fragment: false,
      issues: [at("a:"), at("f9d1c"), at("foter")],
      sources: new Map([["a.yaml", line]]),
    };
    const carets = validateText([checkedStack(check, clean)], { paint: plain, width: 80, tableWidth: 80 })
      .split("\n")
      .filter((each) => /^ +\| +\^$/.test(each));
    expect(carets.map((each) => each.indexOf("^"))).toEqual([6, 9, 21]);
  });
});

it("300 findings in one long line take less than some seconds", { timeout: 30_000 }, async () => {
  const language = { body: "Hello there", footer: "" };
  const templates = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`t${at}`, { category: "UTILITY", languages: { en_US: language } }]),
  );
  const cwd = await project({ "stacks/a.yaml": JSON.stringify({ account: { waba: "1" }, templates }) });
  const { code, stdout } = await validate(cwd, "text");
  expect(code).toBe(3);
  expect(stdout.split("footer-empty").length + stdout.split("^").length).toBeGreaterThan(600);
});

it("Persian and emoji stay as they are", async () => {
  const persian = "\u0645\u06cc\u200c\u0634\u0648\u062f";
  const cwd = await project({ "stacks/a.yaml": `${ACCOUNT}settings: { adopt: "${persian}" }\n` });
  expect((await validate(cwd, "json")).stdout).toContain(persian);
});
