import { describe, expect, it } from "vitest";
import { COMMANDS, type CommandEntry } from "../../../../../src/cli/commands.ts";
import { runCli } from "../../run-cli.ts";

function paths(entries: readonly CommandEntry[], parent = ""): string[] {
  return entries.flatMap(({ name, commands = [] }) => [`${parent}${name}`, ...paths(commands, `${parent}${name} `)]);
}

describe.each(["bash", "zsh", "fish"])("mycobot completion %s", (shell) => {
  it("knows every command and the options of each", async () => {
    const { code, stdout, stderr } = await runCli(["completion", shell]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const path of paths(COMMANDS)) expect(stdout).toContain(`'${path}'`);
    // Of the last level, of a group that is a command, and of the program.
    for (const option of ["dry-run", "reply-to", "file", "version"]) expect(stdout).toContain(option);
  });

  it("with --json, prints the script in an object", async () => {
    const { stdout } = await runCli(["completion", shell, "--json"]);
    const { stdout: script } = await runCli(["completion", shell]);
    expect(JSON.parse(stdout)).toEqual({ version: 1, shell, script: script.trimEnd() });
  });
});

it("rejects a shell that it does not know", async () => {
  expect(await runCli(["completion", "powershell"])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("Expected one of: bash, zsh, fish."),
  });
});
