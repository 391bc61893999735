import type { Command as TypedCommand } from "@commander-js/extra-typings";
import { Command } from "commander";
import type { CommandDetails } from "./help/details.ts";
import { detailsHelp } from "./help/details-help.ts";

const detailsOf = new WeakMap<Command, CommandDetails>();

/** What a command's file said about it; undefined for groups. */
export function commandDetails(command: Command): CommandDetails | undefined {
  return detailsOf.get(command);
}

/** A command with the help made from `details`. Its action gets typed arguments and options. */
export function newCommand(name: string, details: CommandDetails): TypedCommand {
  const command = new Command(name).summary(details.summary).description(details.description);
  command.addHelpText("after", () => detailsHelp(details, command.configureOutput().getOutHelpWidth?.() ?? 80));
  detailsOf.set(command, details);
  // extra-typings describes commander's own class with inferred option types: at run time the two are one.
  return command as unknown as TypedCommand;
}

/** A command that only holds others: `mycobot template`. */
export function newGroup(name: string, summary: string, commands: readonly unknown[]): Command {
  const group = new Command(name)
    .summary(summary)
    .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
    .helpCommand(false)
    .enablePositionalOptions();
  // Commands of whatever inferred option types: see newCommand.
  for (const command of commands) group.addCommand(command as Command);
  return group;
}
