import { connectionView } from "../../account/connection.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { argumentOrOption, wholeScopeCommand } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";
import { readStatus } from "./read-status.ts";
import { attentionOf, statusText } from "./status-text.ts";

const DETAILS: CommandDetails = {
  description:
    "Shows the current status of an account. With STACK: the templates and profiles that the stack declares, compared with the account; --all adds other templates. Without STACK: all templates of the account.",
  output:
    "Tables of templates, phone numbers and connections, followed by the categories that WhatsApp assigned and by what needs attention.",
  json: [
    "{ version: 1, ok, waba, stack?, templates: [ { name, language, declared?,",
    "  status, declaredCategory?, approvedCategory?, comingCategory?, quality?,",
    "  rejectedReason?, content?, lastUpdated?,",
    '  edits?: { now: "yes" | "no" | "perhaps", from?, because }, attention } ],',
    "  hiddenTemplates, generatedTemplates,",
    "  unreadable: [ { id?, name?, language?, reason, ... } ],",
    "  phones: [ { phone, number?, verifiedName?, quality?,",
    "  status?, profile?, differing?, attention } ],",
    "  connections: [ { connection_id, status, ... } ], connection, attention }",
    "status is NOT_CREATED for a template that the account does not have;",
    "attention lists reasons; ok is true if there are none.",
  ],
  sections: [
    {
      title: "Edits",
      lines: [
        "WhatsApp allows 1 edit of an APPROVED template in 24 hours and 10 in 30 days.",
        "The column shows what a read of the account can determine: yes, no, or the",
        "latest time (UTC) of the next possible edit, 24 hours after the last change of",
        "any kind. A read does not show how many of the 10 edits are left.",
      ],
    },
    {
      title: "Needs attention",
      lines: [
        "A template that is neither APPROVED nor PENDING, is not created, or cannot be",
        "read; quality RED; content or a profile that differs from the stack; an",
        "announced category; a phone number that is not CONNECTED or cannot be read; a",
        "used connection that is not ACTIVE. Not included: PENDING, quality YELLOW, and",
        "a category that WhatsApp has already changed.",
      ],
    },
  ],
  exitCodes: {
    0: "shown",
    ...REQUEST_EXIT_CODES,
    2: "with --exit-code: something needs attention",
  },
  examples: [
    { run: "mycobot status production", does: "what stacks/production.yaml declares" },
    { run: "mycobot status production --exit-code --json", does: "for a nightly job" },
  ],
};

/** `mycobot status [STACK]` */
export default function statusCommand(context: Context) {
  return wholeScopeCommand(DETAILS)
    .argument("[stack]", "name or path of a stack file; same as --stack")
    .option("--all", "also show templates that the stack does not declare")
    .option("--exit-code", "end with exit code 2 if something needs attention")
    .action(async (argument, options) => {
      const stack = argumentOrOption("stack", argument, options.stack);
      const status = await withScope(context, { ...options, stack }, (scope) =>
        readStatus(scope, options.all === true, context),
      );
      const attention = attentionOf(status);
      const ok = attention.length === 0;
      if (context.json) {
        const connections = status.connections.map(connectionView);
        context.printJson({ ok, stack, ...status, connections, attention });
      } else context.print(statusText(status, context));
      if (options.exitCode === true && !ok) context.exitCode = EXIT.differences;
    });
}
