import type { Command, CommanderError } from "commander";
import { MycobotError } from "../errors/index.ts";
import { rowOf } from "../model/text/index.ts";

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

/** Names that people try first, and the command that does what they expect. */
const GUESSES: Readonly<Record<string, string>> = {
  init: "To set up an environment: pulumi stack init NAME, and a stack file stacks/NAME.yaml.",
  new: "To set up an environment: pulumi stack init NAME, and a stack file stacks/NAME.yaml.",
  plan: "To show what would change: pulumi preview --diff.",
  preview: "To show what would change: pulumi preview --diff.",
  diff: "To show what would change: pulumi preview --diff. To compare two templates: mycobot template diff.",
  apply: "To apply the stack file: pulumi up.",
  deploy: "To apply the stack file: pulumi up.",
  up: "To apply the stack file: pulumi up.",
  sync: "To apply the stack file: pulumi up.",
  refresh: "To read the account into the state: pulumi refresh.",
  destroy: "To delete everything that the stack manages: pulumi destroy.",
  lint: "To check stack files: mycobot validate. To check a create body: mycobot template lint.",
  check: "To check stack files: mycobot validate. To diagnose the setup: mycobot doctor.",
  login: "To authenticate: set MATON_API_KEY in the environment, then run mycobot doctor.",
  templates: "To list the templates of an account: mycobot template list.",
};

function missingSubcommand(command: Command): string {
  const names = command.commands.map((each) => each.name()).join(", ");
  return `${commandPath(command)} requires a command: ${names}`;
}

/** Commander's message (`error: unknown option '--jsn'\n(Did you mean --json?)`) as a sentence and a hint. */
export function usageError(error: CommanderError, command: Command): UsageError {
  const help = `See ${commandPath(command)} --help.`;
  if (error.code === "commander.help") return new UsageError(`${missingSubcommand(command)}.`, help);
  const [first = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const [, unknown = ""] = /^unknown command '(.*)'$/.exec(first) ?? [];
  const guess = command.parent === null ? rowOf(GUESSES, unknown) : undefined;
  const sentence = first.charAt(0).toUpperCase() + first.slice(1).replace(/\.$/, "");
  return new UsageError(
    `${sentence}.`,
    guess ?? (suggestion === undefined ? help : suggestion.replace(/^\(|\)$/g, "")),
  );
}
