import { describe, expect, it } from "vitest";
import { COMMANDS, type CommandEntry } from "../../../src/cli/commands.ts";
import { EXIT_MEANINGS } from "../../../src/cli/exit-codes.ts";
import { type CommandReference, commandReferences } from "../../../src/cli/help/reference.ts";
import { packageVersion } from "../../../src/cli/version.ts";
import { runCli } from "./run-cli.ts";

const all = await commandReferences();
const leaves = all.flatMap(({ details, ...rest }) => (details === undefined ? [] : [{ ...rest, details }]));
function argvOf({ path }: Pick<CommandReference, "path">) {
  return path.split(" ").slice(1);
}

describe("mycobot --help", () => {
  it("lists every command and every exit code", async () => {
    const { code, stdout, stderr } = await runCli(["--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const { name, summary } of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, "m"));
    for (const [exit, meaning] of Object.entries(EXIT_MEANINGS))
      expect(stdout).toContain(`${exit.padEnd(4)} ${meaning}`);
  });

  it("has every command of the table, in its order, with its summary", () => {
    const flat = (entries: readonly CommandEntry[], parent: string): [string, string][] =>
      entries.flatMap(({ name, summary, commands = [] }): [string, string][] => {
        const path = `${parent} ${name}`;
        return [[path, summary], ...flat(commands, path)];
      });
    expect(all.slice(1).map(({ path, summary }) => [path, summary])).toEqual(flat(COMMANDS, "mycobot"));
  });

  it("lists the commands of a group", async () => {
    const { code, stdout } = await runCli(["template", "--help"]);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS.find(({ name }) => name === "template")?.commands ?? [])
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, "m"));
  });
});

describe.each(leaves)("$path --help", ({ path, details, options }) => {
  it("lists options, output, exit codes and an example, within 80 columns", async () => {
    const { code, stdout, stderr } = await runCli([...argvOf({ path }), "--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout.startsWith(`Usage: ${path} `)).toBe(true);
    for (const { flags } of options) expect(stdout).toContain(flags);
    for (const [exit, meaning] of Object.entries(details.exitCodes))
      expect(stdout).toContain(`${exit.padEnd(4)} ${meaning}`);
    expect(stdout).toContain("Output:");
    expect(details.examples.length).toBeGreaterThan(0);
    for (const { run } of details.examples) expect(stdout).toContain(`$ ${run}`);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("knows --json and --verbose, and is the same through help", async () => {
    expect(options.map(({ flags }) => flags)).toEqual(expect.arrayContaining(["--json", "--verbose"]));
    const names = argvOf({ path });
    const { stdout } = await runCli([...names, "-h"]);
    expect(stdout).toContain(`Usage: ${path} `);
    expect((await runCli(["help", ...names])).stdout).toBe(stdout);
    expect((await runCli([...names.slice(0, -1), "help", ...names.slice(-1)])).stdout).toBe(stdout);
  });
});

describe("mycobot --version", () => {
  it("prints the package's version", async () => {
    expect(await runCli(["--version"])).toEqual({ code: 0, stdout: `${packageVersion()}\n`, stderr: "" });
  });
});
