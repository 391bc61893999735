import type { Command } from "commander";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { oneOf } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { bashScript } from "./bash.ts";
import { completable } from "./completable.ts";
import { fishScript } from "./fish.ts";
import { zshScript } from "./zsh.ts";

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

// The keys of the table are the names of the shells.
const SHELLS = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];

const DETAILS: CommandDetails = {
  description:
    "Prints a script that completes mycobot's commands, options, their values, names of stacks and files. " +
    "The script starts no process: generate it again after an update.",
  output: "The script, for the start-up file of the shell.",
  json: ["{ version: 1, shell, script }"],
  exitCodes: { 0: "printed", 3: "unknown shell" },
  examples: [
    { run: 'eval "$(npx mycobot completion bash)"', does: "for the current shell, or in ~/.bashrc" },
    { run: "npx mycobot completion zsh > ~/.zfunc/_mycobot", does: "zsh: in a folder of $fpath, before compinit" },
    { run: "npx mycobot completion fish > ~/.config/fish/completions/mycobot.fish", does: "fish" },
  ],
};

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}

/** `mycobot completion SHELL` */
export default function completionCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("<shell>", SHELLS.join(", "), oneOf(SHELLS))
    .action((shell, _options, command) => {
      // extra-typings adds inferred option types to commander's own class: at run time the two are the same.
      const script = SCRIPTS[shell](completable(rootOf(command as unknown as Command)));
      if (context.json) context.printJson({ shell, script });
      else context.print(script);
    });
}
