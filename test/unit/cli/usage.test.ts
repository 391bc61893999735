import { describe, expect, it } from "vitest";
import { packageVersion } from "../../../src/cli/version.ts";
import { runCli } from "./run-cli.ts";

const CASES: readonly { argv: string[]; says: string; hint: string }[] = [
  { argv: ["valdate"], says: "Unknown command 'valdate'.", hint: "Did you mean validate?" },
  { argv: ["template", "lnt"], says: "Unknown command 'lnt'.", hint: "Did you mean lint?" },
  { argv: ["help", "valdate"], says: "Unknown command 'valdate'.", hint: "Did you mean validate?" },
  { argv: ["template", "lnt", "--help"], says: "Unknown command 'lnt'.", hint: "Did you mean lint?" },
  { argv: ["template", "lint", "--jsn", "x"], says: "Unknown option '--jsn'.", hint: "Did you mean --json?" },
  { argv: ["--jsn"], says: "Unknown option '--jsn'.", hint: "Did you mean --json?" },
  { argv: ["template", "lint"], says: "Missing required argument 'file'.", hint: "See mycobot template lint --help." },
  {
    argv: ["template", "diff", "a"],
    says: "Missing required argument 'observed'.",
    hint: "See mycobot template diff --help.",
  },
  {
    argv: ["template", "diff", "a", "b", "c"],
    says: "Too many arguments for 'diff'.",
    hint: "See mycobot template diff --help.",
  },
  { argv: ["template"], says: "mycobot template requires a command: lint, diff", hint: "See mycobot template --help." },
  { argv: [], says: "mycobot requires a command: validate, template", hint: "See mycobot --help." },
  {
    argv: ["emulator", "--port", "70000"],
    says: "Expected a whole number from 0 to 65535.",
    hint: "See mycobot emulator --help.",
  },
  { argv: ["emulator", "--port"], says: "Option '--port <n>' argument missing.", hint: "See mycobot emulator --help." },
  {
    argv: ["validate", "--format", "xml"],
    says: "Expected one of: text, json, github, sarif.",
    hint: "See mycobot validate --help.",
  },
];

describe("a name that people try first", () => {
  it.each([
    ["init", "pulumi stack init"],
    ["plan", "pulumi preview"],
    ["apply", "pulumi up"],
    ["deploy", "pulumi up"],
    ["destroy", "pulumi destroy"],
    ["lint", "mycobot validate"],
    ["login", "MATON_API_KEY"],
  ])("%s is answered with %s", async (name, command) => {
    const { code, stderr } = await runCli([name]);
    expect(code).toBe(3);
    expect(stderr).toContain(`Unknown command '${name}'.`);
    expect(stderr).toContain(command);
  });

  it("does not apply to the commands of a group, nor to names of Object's prototype", async () => {
    expect((await runCli(["template", "apply"])).stderr).not.toContain("pulumi up");
    expect((await runCli(["constructor"])).stderr).toContain("Unknown command 'constructor'.");
  });
});

describe("the version", () => {
  it.each(["--version", "-v", "-V", "version"])("%s prints it", async (word) => {
    expect(await runCli([word])).toMatchObject({ code: 0, stdout: `${packageVersion()}\n`, stderr: "" });
  });
});

describe("a command line that cannot be understood", () => {
  it.each(CASES)("$argv", async ({ argv, says, hint }) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain(`error: `);
    expect(stderr).toContain(says);
    expect(stderr).toContain(`hint:  ${hint}`);
    expect(stderr).toContain("[MYCO_USAGE]");
  });

  it.each([
    { argv: ["--json", "template", "lnt"] },
    { argv: ["template", "--json", "lnt"] },
    { argv: ["template", "lint", "--json"] },
    { argv: ["template", "--json"] },
  ])("is JSON with --json: $argv", async ({ argv }) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(JSON.parse(stderr)).toMatchObject({
      version: 1,
      error: { code: "MYCO_USAGE", message: expect.any(String), hint: expect.any(String) },
    });
  });
});

describe("the words of an option", () => {
  it("are taken in small letters and capitals", async () => {
    const env = { MATON_API_KEY: "" };
    const { code, stderr } = await runCli(["connections", "list", "--status", "pending"], { env });
    expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining("MYCO_KEY_MISSING") });
  });
});

describe("an interrupted command", () => {
  it("ends with 130", async () => {
    const interrupts = AbortSignal.abort("SIGINT");
    const { code, stderr } = await runCli(["template", "lint", "-"], { interrupts });
    expect(code).toBe(130);
    expect(stderr).toContain("MYCO_INTERRUPTED");
  });
});

describe("secrets", () => {
  it("do not leave through an error", async () => {
    const env = { MATON_API_KEY: "k-3kq9vz7w" };
    const text = await runCli(["template", "diff", "k-3kq9vz7w.json", "b"], { env });
    const json = await runCli(["template", "diff", "--json", "k-3kq9vz7w.json", "b"], { env });
    expect(text.stderr).toContain("[redacted].json");
    expect(text.stderr + json.stderr).not.toContain("k-3kq9vz7w");
    expect(JSON.parse(json.stderr)).toMatchObject({ error: { code: "MYCO_USAGE" } });
  });
});
