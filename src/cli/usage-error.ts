import type { Command, CommanderError } from "commander";
import { MycobotError } from "../errors/index.ts";

/** A command line that cannot be understood. */
export class UsageError extends MycobotError {
  constructor(message: string, hint?: string, cause?: unknown) {
    super("MYCO_USAGE", message, { ...(hint === undefined ? {} : { hint }), cause });
  }
}

/** `mycobot template lint` for that command. */
export function commandPath(command: Command): string {
  const parent = command.parent;
  return parent === null ? command.name() : `${commandPath(parent)} ${command.name()}`;
}

function missingSubcommand(command: Command): string {
  const names = command.commands.map((each) => each.name()).join(", ");
  return `${commandPath(command)} needs a command: ${names}`;
}

/** Commander's message (`error: unknown option '--jsn'\n(Did you mean --json?)`) as one sentence and a hint. */
export function usageError(error: CommanderError, command: Command): UsageError {
  const help = `See ${commandPath(command)} --help.`;
  if (error.code === "commander.help") return new UsageError(`${missingSubcommand(command)}.`, help);
  const [first = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const sentence = first.charAt(0).toUpperCase() + first.slice(1).replace(/\.$/, "");
  return new UsageError(`${sentence}.`, suggestion === undefined ? help : suggestion.replace(/^\(|\)$/g, ""));
}
