import type { CommandDetails } from "../help/details.ts";
import { newCommand } from "../new-command.ts";
import { UsageError } from "../usage-error.ts";

/** What the command line says about the account, phone number and connection to use. */
export interface ScopeFlags {
  /** Name or path of a stack file. */
  stack?: string | undefined;
  /** Id of the WhatsApp Business account. */
  waba?: string | undefined;
  /** Id of a phone number, not the number itself. */
  phone?: string | undefined;
  /** Id of a Maton connection. */
  connection?: string | undefined;
}

const SCOPE_HELP = {
  title: "Target",
  lines: [
    "Each id is taken from its option, then from --stack, then from the",
    "environment: WHATSAPP_WABA_ID, WHATSAPP_PHONE_NUMBER_ID, MATON_CONNECTION.",
    "A connection that the stack declares by its app has its id in Pulumi's state,",
    "which is read if the key has several connections. If no connection is",
    "specified, the key's only ACTIVE connection is used.",
  ],
} as const;

function scopeCommand(details: CommandDetails) {
  return newCommand({ ...details, sections: [...(details.sections ?? []), SCOPE_HELP] })
    .option("--stack <stack>", "name or path of a stack file to take ids from")
    .option("--connection <id>", "Maton connection");
}

/** A command on a WhatsApp Business account: `--stack`, `--waba`, `--connection`. */
export function accountCommand(details: CommandDetails) {
  return scopeCommand(details).option("--waba <id>", "WhatsApp Business account");
}

/** A command on a phone number: `--stack`, `--phone`, `--connection`. */
export function phoneCommand(details: CommandDetails) {
  return scopeCommand(details).option("--phone <id>", "phone number id (not the number itself)");
}

/** A command on an account and its phone numbers: `--stack`, `--waba`, `--phone`, `--connection`. */
export function wholeScopeCommand(details: CommandDetails) {
  return accountCommand(details).option("--phone <id>", "phone number id (not the number itself)");
}

/** The value of a command that accepts it as an argument or as an option. @throws UsageError if they differ */
export function argumentOrOption(
  noun: string,
  argument: string | undefined,
  option: string | undefined,
): string | undefined {
  if (argument !== undefined && option !== undefined && argument !== option) {
    throw new UsageError(`Two ${noun}s specified: ${argument} and ${option}.`, "Specify only one.");
  }
  return argument ?? option;
}
