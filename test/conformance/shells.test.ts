import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { runCli } from "../unit/cli/run-cli.ts";

const folder = await mkdtemp(join(tmpdir(), "mycobot-shells-"));
afterAll(() => rm(folder, { recursive: true }));
await mkdir(join(folder, "stacks"));
for (const file of ["stacks/dev.yaml", "stacks/production.yaml", "body.json"]) await writeFile(join(folder, file), "");

/** How each shell is asked what follows `$1`. The script is `$2`. */
const SHELLS = {
  bash: `source "$2"; read -ra COMP_WORDS <<< "$1"; [[ $1 == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _mycobot; printf '%s\\n' "\${COMPREPLY[@]}"`,
  // The functions of the completion system, reduced to printing: they work only while a line is edited.
  zsh: `compdef() { : }; compadd() { shift; print -l -- "$@" }; _files() { print -l -- *(.N) }; _message() { : }
    _describe() { local list=$argv[-1]; print -l -- \${\${(P)list}%%:*} }
    source "$2"; words=(\${(s: :)1}); [[ $1 == *" " ]] && words+=(""); CURRENT=$#words
    _mycobot | while read -r word; do [[ $word == $words[CURRENT]* ]] && print -r -- $word; done; true`,
  fish: `source $argv[2]; complete -C "$argv[1]" | string split -f1 \\t; true`,
} as const;

async function completions(shell: keyof typeof SHELLS, line: string): Promise<string[]> {
  const script = join(folder, `mycobot.${shell}`);
  await writeFile(script, (await runCli(["completion", shell])).stdout);
  const args = shell === "fish" ? ["-N", "-c", SHELLS.fish, line, script] : ["-c", SHELLS[shell], shell, line, script];
  const { stdout, stderr } = await promisify(execFile)(shell, shell === "zsh" ? ["-f", ...args] : args, {
    cwd: folder,
  });
  expect(stderr).toBe("");
  return stdout
    .split("\n")
    .filter((word) => word !== "")
    .sort();
}

describe.each(["bash", "zsh", "fish"] as const)("completion in %s", (shell) => {
  it.each([
    ["mycobot te", ["template"]],
    ["mycobot template l", ["lint", "list"]],
    ["mycobot status --stack ", ["dev", "production"]],
    ["mycobot validate --format ", ["github", "json", "sarif", "text"]],
    ["mycobot validate ", ["dev", "production"]],
    ["mycobot --json template lint --st", ["--stack"]],
    ["mycobot template lint bo", ["body.json"]],
    ["mycobot send --file bo", ["body.json"]],
    ["mycobot send text --to ", []],
    ["mycobot emulator --quotas ", ["off", "on"]],
    ["mycobot completion ", ["bash", "fish", "zsh"]],
  ])("%s", async (line, words) => {
    expect(await completions(shell, line)).toEqual(words);
  });
});
