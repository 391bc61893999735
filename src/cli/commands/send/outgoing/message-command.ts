import type { CommandDetails } from "../../../help/details.ts";
import { DRY_RUN_JSON } from "../../../help/dry-run.ts";
import { REQUEST_EXIT_CODES } from "../../../help/exit-codes.ts";
import { once } from "../../../input/option-values.ts";
import { phoneCommand } from "../../../target/target-flags.ts";

/** What the kinds of messages say about themselves; output and exit codes are the same for all. */
export type MessageDetails = Pick<CommandDetails, "summary" | "description" | "examples" | "sections">;

export const MESSAGE_DETAILS = {
  output:
    "The message's id and status, and to whom WhatsApp sends it. Accepted is not delivered: whether it arrives, webhooks tell. Warnings stand on stderr.",
  json: [
    "{ version: 1, message: { id, status, contacts: [ { input, wa_id? } ] } }",
    'status is "accepted", "held_for_quality_assessment" or "paused".',
    DRY_RUN_JSON,
  ],
  exitCodes: {
    0: "WhatsApp has taken it",
    ...REQUEST_EXIT_CODES,
    1: "WhatsApp refused it, or nobody knows: it may have been sent then",
    3: "usage, a broken limit, a missing or malformed id, a wrong connection",
  },
} as const satisfies Partial<CommandDetails>;

/** A command on a phone number that sends one request: `--dry-run`, `--no-validate`. */
export function requestCommand(name: string, details: CommandDetails) {
  return phoneCommand(name, details)
    .option("--dry-run", "print the request, send nothing; needs no key")
    .option("--no-validate", "send it without checking");
}

/** A command that sends one message to somebody: `--to`, `--reply-to`, `--callback-data`, and those of every request. */
export function messageCommand(name: string, details: MessageDetails) {
  return requestCommand(name, { ...MESSAGE_DETAILS, ...details })
    .requiredOption(
      "--to <recipient>",
      "phone number with its country code; or the id of a group or a user",
      once("one message goes to one recipient"),
    )
    .option("--reply-to <message-id>", "the message that this one answers: wamid....")
    .option("--callback-data <text>", "comes back in this message's webhooks");
}
