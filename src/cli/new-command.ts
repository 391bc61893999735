import type { Command as TypedCommand } from "@commander-js/extra-typings";
import { Command } from "commander";
import { type CommandDetails, detailsHelp } from "./help/details.ts";

const detailsOf = new WeakMap<Command, CommandDetails>();

/** The details of a command; undefined for groups. */
export function commandDetails(command: Command): CommandDetails | undefined {
  return detailsOf.get(command);
}

/** A command whose help shows `details`, and whose action gets typed arguments and options. Its entry names it. */
export function newCommand(details: CommandDetails): TypedCommand {
  const command = new Command().description(details.description);
  command.addHelpText("after", () => detailsHelp(details, command.configureOutput().getOutHelpWidth?.() ?? 80));
  detailsOf.set(command, details);
  // extra-typings adds inferred option types to commander's own class: at run time the two are the same.
  return command as unknown as TypedCommand;
}
