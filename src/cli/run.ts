import { type Command, CommanderError } from "commander";
import { MycobotError } from "../errors/index.ts";
import { Context } from "./context.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";
import { reportError } from "./report-error.ts";
import { registerSecrets } from "./secrets.ts";

/** Other spellings of `--version`, as the first word. */
const VERSION_WORDS: readonly string[] = ["version", "-V"];

/** Rejects when the process is interrupted, unless the command handles that itself. */
function interrupted(context: Context): Promise<never> {
  return new Promise((_, reject) => {
    const { interrupts } = context.io;
    const stop = () => {
      if (!context.endsItself) reject(new MycobotError("MYCO_INTERRUPTED", "Interrupted."));
    };
    if (interrupts.aborted) stop();
    else interrupts.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Runs one command line (without `node` and the script) and returns the exit code. Never rejects: errors are written to
 * stderr, as JSON with `--json`.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const context = new Context(argv, io);
  registerSecrets(io.env);
  try {
    // A completion script is made of every command.
    const all = argv.includes("completion");
    const program = await buildProgram(context, (name) => all || argv.includes(name));
    const words = commandWords(program, VERSION_WORDS.includes(argv[0] ?? "") ? ["--version"] : argv);
    await Promise.race([program.parseAsync(words, { from: "user" }), interrupted(context)]);
    for (const note of context.heldNotes()) context.complain(note);
    return context.exitCode;
  } catch (thrown) {
    // Thrown by --help and --version. Usage errors are MycobotErrors.
    return thrown instanceof CommanderError ? EXIT.done : await reportError(thrown, context);
  }
}

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
function commandWords(program: Command, argv: readonly string[]): string[] {
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
