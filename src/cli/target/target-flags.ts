import type { CommandDetails } from "../help/details.ts";
import { newCommand } from "../new-command.ts";

/** What a command line says about the account that it is meant for. */
export interface TargetFlags {
  /** Name or path of a stack file. */
  stack?: string | undefined;
  /** Id of the WhatsApp Business account. */
  waba?: string | undefined;
  /** Id of a phone number, not the number itself. */
  phone?: string | undefined;
  /** Id of a Maton connection. */
  connection?: string | undefined;
}

/** How a target is found, for help. */
const TARGET_HELP = {
  title: "Target",
  lines: [
    "Each id comes from its option, else from --stack, else from the environment:",
    "WHATSAPP_WABA_ID, WHATSAPP_PHONE_NUMBER_ID, MATON_CONNECTION. Without any of",
    "them the connection is the only ACTIVE one of the key.",
  ],
} as const;

function targetCommand(name: string, details: CommandDetails) {
  return newCommand(name, { ...details, sections: [...(details.sections ?? []), TARGET_HELP] })
    .option("--stack <stack>", "take ids from a stack file: its name or path")
    .option("--connection <id>", "Maton connection");
}

/** A command on a WhatsApp Business account: `--stack`, `--waba`, `--connection`. */
export function accountCommand(name: string, details: CommandDetails) {
  return targetCommand(name, details).option("--waba <id>", "WhatsApp Business account");
}

/** A command on a phone number: `--stack`, `--phone`, `--connection`. */
export function phoneCommand(name: string, details: CommandDetails) {
  return targetCommand(name, details).option("--phone <id>", "phone number's id (not the number itself)");
}

/** A command that looks at all there is: `--stack`, `--waba`, `--phone`, `--connection`. */
export function wholeTargetCommand(name: string, details: CommandDetails) {
  return accountCommand(name, details).option("--phone <id>", "phone number's id (not the number itself)");
}
