import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
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

describe("the texts of src", () => {
  /** What stands between quotes after `mycobot`, without the parts that are filled in. */
  const NAMED = /[`'"]mycobot ([^`'"\\\n]+)/g;

  /** Up to a pipe, a parenthesis or an ellipsis. */
  function wordsOf(text: string): string[] {
    return (/^[^|(…]*/.exec(text)?.[0] ?? "").trim().split(/\s+/);
  }

  async function namedCommands(): Promise<{ file: string; words: string[] }[]> {
    const folder = join(import.meta.dirname, "../../../src");
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
    const found = files.map(async ({ parentPath, name }) => {
      const text = await readFile(join(parentPath, name), "utf8");
      return [...text.matchAll(NAMED)].map(([, rest = ""]) => ({ file: name, words: wordsOf(rest) }));
    });
    return (await Promise.all(found)).flat();
  }

  /** Why the words after `mycobot` are no command of ours; undefined if they are one. */
  function problemOf(words: readonly string[]): string | undefined {
    let path = "mycobot";
    let known = all.find((one) => one.path === path);
    for (const word of words) {
      if (word.startsWith("--")) {
        const option = word.replace(/[.,;:)]+$/, "");
        if (option !== "--help" && known?.options.every(({ flags }) => !flags.split(/[ ,]+/).includes(option)))
          return `${path} has no ${option}`;
        continue;
      }
      const below = all.find((one) => one.path === `${path} ${word}`);
      const isGroup = all.some((one) => one.path.startsWith(`${path} `));
      if (below === undefined && isGroup && /^[a-z-]+$/.test(word)) return `${path} has no ${word}`;
      if (below === undefined) continue;
      known = below;
      path = below.path;
    }
    return undefined;
  }

  it("name commands and options that exist", async () => {
    expect(problemOf(["promote"])).toBe("mycobot has no promote");
    expect(problemOf(["template", "lnt", "x.json"])).toBe("mycobot template has no lnt");
    expect(problemOf(["connections", "open", "ID", "--wiat"])).toBe("mycobot connections open has no --wiat");
    const named = await namedCommands();
    expect(named.length).toBeGreaterThan(100);
    const wrong = named.flatMap(({ file, words }) => {
      const problem = problemOf(words);
      return problem === undefined ? [] : [`${file}: ${words.join(" ")}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});
