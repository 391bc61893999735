import type { Command } from "commander";

const HELP_FLAGS: readonly string[] = ["-h", "--help"];

function withoutHelp(words: readonly string[]): string[] {
  return words.filter((word) => word !== "help" && !HELP_FLAGS.includes(word));
}

function takesValue(command: Command, flag: string): boolean {
  return command.options.some(({ short, long, required }) => required && (short === flag || long === flag));
}

/**
 * The command line, with the word `help` before the command's own arguments replaced by `--help`. After an unknown command
 * help flags are removed: commander would otherwise print the help of the group instead of an error.
 */
export function commandWords(program: Command, argv: readonly string[]): string[] {
  const words: string[] = [];
  let command = program;
  let help = false;
  let valueFollows = false;
  for (const [index, word] of argv.entries()) {
    if (command.commands.length === 0) {
      words.push(...argv.slice(index));
      break;
    }
    const next = command.commands.find((each) => each.name() === word);
    if (valueFollows || word.startsWith("-")) {
      words.push(word);
      valueFollows = !valueFollows && takesValue(command, word);
      continue;
    }
    if (word === "help") help = true;
    else if (next === undefined) return withoutHelp(argv);
    else {
      words.push(word);
      command = next;
    }
  }
  return help ? [...words, "--help"] : words;
}
