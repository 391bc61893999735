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
    name: "status",
    summary: "templates, profiles and connections as they are now",
    load: async (context) => (await import("./commands/status/status.ts")).statusCommand(context),
  },
  {
    name: "wait",
    summary: "wait until WhatsApp has reviewed a stack's templates",
    load: async (context) => (await import("./commands/wait/wait.ts")).waitCommand(context),
  },
  {
    name: "doctor",
    summary: "find out what does not work, and what to do",
    load: async (context) => (await import("./commands/doctor/doctor.ts")).doctorCommand(context),
  },
  {
    name: "connections",
    summary: "list, make, open and delete Maton connections",
    load: async (context) => (await import("./commands/connections/connections.ts")).connectionsCommand(context),
  },
  {
    name: "send",
    summary: "send one message",
    load: async (context) => (await import("./commands/send/send.ts")).sendCommand(context),
  },
  {
    name: "media",
    summary: "upload, look at, download and delete media of messages",
    load: async (context) => (await import("./commands/media/media.ts")).mediaCommand(context),
  },
  {
    name: "phone-numbers",
    summary: "the account's phone numbers",
    load: async (context) => (await import("./commands/phone-numbers/phone-numbers.ts")).phoneNumbersCommand(context),
  },
  {
    name: "profile",
    summary: "the business profile of a phone number",
    load: async (context) => (await import("./commands/profile/profile.ts")).profileCommand(context),
  },
  {
    name: "emulator",
    summary: "the gateway as a local server",
    load: async (context) => (await import("./commands/emulator/emulator.ts")).emulatorCommand(context),
  },
];
