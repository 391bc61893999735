import { Command, Help, type Option } from "commander";
import { COMMANDS, type CommandEntry } from "./commands.ts";
import type { Context } from "./context.ts";
import { EXIT_MEANINGS } from "./exit-codes.ts";
import { usageError } from "./usage-error.ts";
import { packageVersion } from "./version.ts";

const WIDEST_HELP = 100;

function programHelp(): string {
  const codes = Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`);
  return `\nExit codes:\n${codes.join("\n")}\n\nWhat is under management changes by \`pulumi up\`; this command stands beside it.`;
}

function optionDescription(option: Option): string {
  const text = new Help().optionDescription(option);
  return option.mandatory ? `${text} (needed)` : text;
}

/**
 * For the command and all below it: the options that every command knows, help to stdout and nothing else from commander
 * itself, usage errors as errors of ours.
 */
function settle(command: Command, context: Context): void {
  const { stdout } = context.io;
  command
    .option("--json", "print one JSON object; errors are JSON too, on stderr")
    .option("--verbose", "say more on stderr")
    .helpOption("-h, --help", "show this help")
    .configureHelp({ subcommandTerm: (each) => each.name(), optionDescription })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void (context.json || context.io.stderr.write(text)),
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(context.width, WIDEST_HELP),
      getErrHelpWidth: () => Math.min(context.width, WIDEST_HELP),
      getOutHasColors: () => stdout.isTTY === true,
      getErrHasColors: () => context.io.stderr.isTTY === true,
    })
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : usageError(error, command);
    });
  for (const each of command.commands) settle(each, context);
}

async function addCommand(program: Command, entry: CommandEntry, context: Context, wanted: boolean): Promise<void> {
  if (wanted) program.addCommand((await entry.load(context)) as Command);
  else program.command(entry.name).summary(entry.summary).description(entry.summary);
}

/**
 * The program with those commands in full that `isWanted` picks; the others are there by name and summary only,
 * for help and for "did you mean".
 */
export async function buildProgram(context: Context, isWanted: (name: string) => boolean): Promise<Command> {
  const program = new Command("mycobot")
    .description("WhatsApp Business messaging as code: checks, comparisons, reports and odd jobs beside Pulumi.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpCommand(false)
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .hook("preAction", (_, action) => {
      const options = action.optsWithGlobals();
      context.json = options.json === true;
      context.verbose = options.verbose === true;
    });
  program.addHelpText("after", programHelp);
  for (const entry of COMMANDS) await addCommand(program, entry, context, isWanted(entry.name));
  settle(program, context);
  return program;
}
