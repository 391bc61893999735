import { Command, Help, type Option } from "commander";
import { COMMANDS, type CommandEntry } from "./commands.ts";
import type { Context } from "./context.ts";
import { EXIT_MEANINGS } from "./exit-codes.ts";
import { usageError } from "./usage-error.ts";
import { packageVersion } from "./version.ts";

const MAX_HELP_WIDTH = 100;

function programHelp(): string {
  const codes = Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`);
  return `\nExit codes:\n${codes.join("\n")}\n\nTo change resources declared in stack files, run \`pulumi up\`.`;
}

function optionDescription(option: Option): string {
  const text = new Help().optionDescription(option);
  return option.mandatory ? `${text} (required)` : text;
}

/**
 * Configures a command and its subcommands: common options, help on stdout, no other output of commander's own, usage
 * errors as MycobotErrors.
 */
function configure(command: Command, context: Context): void {
  const { stdout } = context.io;
  command
    .option("--json", "print one JSON object; errors are JSON on stderr")
    .option("--verbose", "print more details on stderr")
    .helpOption("-h, --help", "show this help")
    .configureHelp({ subcommandTerm: (each) => each.name(), optionDescription })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void (context.json || context.io.stderr.write(text)),
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(context.width, MAX_HELP_WIDTH),
      getErrHelpWidth: () => Math.min(context.width, MAX_HELP_WIDTH),
      getOutHasColors: () => stdout.isTTY === true,
      getErrHasColors: () => context.io.stderr.isTTY === true,
    })
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : usageError(error, command);
    });
  for (const each of command.commands) configure(each, context);
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}

/** The command of an entry, complete if `isWanted`: else only its name and summary. */
async function loadCommand(
  { name, summary, load, commands }: CommandEntry,
  context: Context,
  isWanted: (name: string) => boolean,
): Promise<Command> {
  const wanted = isWanted(name);
  // extra-typings adds inferred option types to commander's own class: at run time the two are the same.
  const command =
    wanted && load !== undefined
      ? ((await load()).default(context) as Command)
      : new Command().description(sentence(summary));
  command.name(name).summary(summary);
  if (wanted && commands !== undefined) {
    command.helpCommand(false).enablePositionalOptions();
    for (const each of commands) command.addCommand(await loadCommand(each, context, isWanted));
  }
  return command;
}

/**
 * The program. Commands that `isWanted` selects are complete; the others have only a name and a summary, for help and
 * suggestions.
 */
export async function buildProgram(context: Context, isWanted: (name: string) => boolean): Promise<Command> {
  const program = new Command("mycobot")
    .description("WhatsApp Business messaging as code: the command line for checks, status and individual requests.")
    .version(packageVersion(), "-v, --version", "print the version")
    .helpCommand(false)
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .hook("preAction", (_, action) => {
      const options = action.optsWithGlobals();
      context.json = options.json === true;
      context.verbose = options.verbose === true;
    });
  program.addHelpText("after", programHelp);
  for (const entry of COMMANDS) program.addCommand(await loadCommand(entry, context, isWanted));
  configure(program, context);
  return program;
}
