import { connectionView } from "../../account/connection.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { argumentOrOption, wholeScopeCommand } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";
import { attentionLines } from "./attention.ts";
import { readStatus } from "./read-status.ts";
import { statusText } from "./status-text.ts";

const DETAILS: CommandDetails = {
  description:
    "Shows the current status of an account. With STACK: the templates and profiles that the stack declares, compared with the account and with Pulumi's state; --all adds other templates. Without STACK: all templates of the account.",
  output:
    "Tables of templates, phone numbers and connections, followed by the categories that WhatsApp assigned, by older versions that senders no longer get, and by what needs attention. Less important columns are omitted if the terminal is too narrow. With --diff: the differences in content.",
  json: [
    "{ version: 1, ok, waba, stack?, templates: [ { name, language, declared?,",
    "  status, vanished?, declaredCategory?, approvedCategory?,",
    "  previousCategory?, comingCategory?, quality?, rejectedReason?, content?,",
    "  changes?: [ { place, path, kind, wanted?, observed? } ] (with --diff),",
    "  lastUpdated?, pendingSince?, edits?: { now: yes | no | perhaps,",
    "  from?, ours?: [ times ], because }, attention } ],",
    "  replaced: [ { template, version, command } ],",
    "  hiddenTemplates, generatedTemplates,",
    "  unreadable: [ { id?, name?, language?, reason, ... } ],",
    "  phones: [ { phone, number?, verifiedName?, quality?,",
    "  status?, profile?, differing?, attention } ],",
    "  connections: [ { connection_id, status, ... } ], connection,",
    "  vanishedConnections: [ { key, id } ],",
    "  state?: { read, why?, message? }, attention }",
    "status is NOT_CREATED for a template that the account does not have;",
    "vanished is true if Pulumi's state has it. attention lists reasons;",
    "ok is true if there are none.",
  ],
  sections: [
    {
      title: "Edits",
      lines: [
        "WhatsApp allows 1 edit of an APPROVED template in 24 hours and 10 in 30 days,",
        "and no call returns how many are left. The column shows what is known from our",
        "own edits in Pulumi's state and from the time of the last change: yes, no, the",
        "time (UTC) of the next possible edit, or unknown: changed within 24 hours by",
        "other means.",
      ],
    },
    {
      title: "Needs attention",
      lines: [
        "A template that is not created, has vanished (Pulumi's state has it, the",
        "account does not), is neither APPROVED nor PENDING, or is PENDING for more",
        "than 24 hours; quality RED; content or a profile that differs from the stack;",
        "a category that WhatsApp changed to MARKETING, or announced; a phone number",
        "that is not CONNECTED or cannot be read; a used connection that is not",
        "ACTIVE, and a vanished one. Not included: quality YELLOW, and other",
        "categories that WhatsApp assigned.",
      ],
    },
    {
      title: "Pulumi's state",
      lines: [
        "Read with `pulumi stack export`, in the stack's project. Without an engine, a",
        "project or a login the command works, but cannot tell a vanished template from",
        "one that was never created.",
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
    { run: "mycobot status production --diff", does: "and what was changed in WhatsApp Manager" },
    { run: "mycobot status production --exit-code --json", does: "for a nightly job" },
  ],
};

/** `mycobot status [STACK]` */
export default function statusCommand(context: Context) {
  return wholeScopeCommand(DETAILS)
    .argument("[stack]", "name or path of a stack file; same as --stack")
    .option("--diff", "show what differs between the content in the stack and in the account")
    .option("--all", "also show templates that the stack does not declare")
    .option("--exit-code", "end with exit code 2 if something needs attention")
    .action(async (argument, options) => {
      const stack = argumentOrOption("stack", argument, options.stack);
      if (options.diff === true && stack === undefined) {
        throw new UsageError("--diff compares with a stack, and none is specified.", "Specify STACK.");
      }
      const status = await withScope(context, { ...options, stack }, (scope) =>
        readStatus(scope, options.all === true, context),
      );
      const attention = attentionLines(status);
      const ok = attention.length === 0;
      const withChanges = options.diff === true;
      if (context.json) {
        const connections = status.connections.map(connectionView);
        const templates = status.templates.map(({ changes, ...each }) =>
          withChanges && changes !== undefined ? { ...each, changes } : each,
        );
        context.printJson({ ok, stack, ...status, templates, connections, attention });
      } else context.print(statusText(status, withChanges, context));
      if (options.exitCode === true && !ok) context.exitCode = EXIT.differences;
    });
}
