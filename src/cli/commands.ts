import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Command } from "commander";
import type { Context } from "./context.ts";

/** The file of a command: built when the command line names it, so that the others cost no start-up. */
export interface CommandEntry {
  name: string;
  /** One line for `mycobot --help`. */
  summary: string;
  load(context: Context): Promise<Command | CommandUnknownOpts>;
}

/** Every command of `mycobot`, in the order of its help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "validate",
    summary: "check stack files",
    load: async (context) => (await import("./commands/validate/validate.ts")).validateCommand(context),
  },
  {
    name: "template",
    summary: "check, compare and manage message templates",
    load: async (context) => (await import("./commands/template/template.ts")).templateCommand(context),
  },
  {
    name: "emulator",
    summary: "the gateway as a local server",
    load: async (context) => (await import("./commands/emulator/emulator.ts")).emulatorCommand(context),
  },
];
