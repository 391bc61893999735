import { PassThrough } from "node:stream";
import type { Argument, Command, Option } from "commander";
import { Context } from "../context.ts";
import { commandDetails } from "../new-command.ts";
import { buildProgram } from "../program.ts";
import { commandPath } from "../usage-error.ts";
import type { CommandDetails } from "./details.ts";

interface ArgumentReference {
  name: string;
  description: string;
  required: boolean;
  variadic: boolean;
}

interface OptionReference {
  /** `--port <n>` */
  flags: string;
  description: string;
  /** Absent for an option without a default. */
  default?: unknown;
}

/** The content of `--help` as data, for docs/reference. Groups have no details. */
export interface CommandReference {
  /** `mycobot template lint` */
  path: string;
  /** `[options] <file...>` */
  usage: string;
  summary: string;
  arguments: ArgumentReference[];
  options: OptionReference[];
  details?: CommandDetails;
}

function argumentReference(argument: Argument): ArgumentReference {
  const { required, variadic } = argument;
  return { name: argument.name(), description: argument.description, required, variadic };
}

function optionReference({ flags, description, defaultValue, mandatory }: Option): OptionReference {
  const text = mandatory ? `${description} (required)` : description;
  return { flags, description: text, ...(defaultValue === undefined ? {} : { default: defaultValue }) };
}

function references(command: Command): CommandReference[] {
  const details = commandDetails(command);
  const own = {
    path: commandPath(command),
    usage: command.usage(),
    summary: command.summary(),
    arguments: command.registeredArguments.map(argumentReference),
    options: command.options.filter(({ hidden }) => !hidden).map(optionReference),
    ...(details === undefined ? {} : { details }),
  };
  return [own, ...command.commands.flatMap(references)];
}

/** Every command in the order of the help, each followed by its subcommands. */
export async function commandReferences(): Promise<CommandReference[]> {
  const silent = new PassThrough();
  const interrupts = new AbortController().signal;
  const io = { stdin: silent, stdout: silent, stderr: silent, env: {}, cwd: "/", interrupts };
  return references(await buildProgram(new Context([], io), () => true));
}
