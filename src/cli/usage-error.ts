import type { Command, CommanderError } from "commander";
import { MycobotError } from "../errors/index.ts";

/** An invalid command line. */
export class UsageError extends MycobotError {
  constructor(message: string, hint?: string, cause?: unknown) {
    super("MYCO_USAGE", message, { ...(hint === undefined ? {} : { hint }), cause });
  }
}

/** The full name of a command: `mycobot template lint`. */
export function commandPath(command: Command): string {
  const parent = command.parent;
  return parent === null ? command.name() : `${commandPath(parent)} ${command.name()}`;
}

function missingSubcommand(command: Command): string {
  const names = command.commands.map((each) => each.name()).join(", ");
  return `${commandPath(command)} requires a command: ${names}`;
}

/** Commander's message (`error: unknown option '--jsn'\n(Did you mean --json?)`) as a sentence and a hint. */
export function usageError(error: CommanderError, command: Command): UsageError {
  const help = `See ${commandPath(command)} --help.`;
  if (error.code === "commander.help") return new UsageError(`${missingSubcommand(command)}.`, help);
  const [first = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const sentence = first.charAt(0).toUpperCase() + first.slice(1).replace(/\.$/, "");
  return new UsageError(`${sentence}.`, suggestion === undefined ? help : suggestion.replace(/^\(|\)$/g, ""));
}
