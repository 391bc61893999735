import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { chosenStack } from "../../target/chosen-stack.ts";
import { wholeTargetCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "templates, profiles and connections as they are now",
  description:
    "Shows how an account stands. With STACK: what the stack declares, compared with the account; templates that it does not declare with --all. Without: all of the account's templates.",
  output:
    "Tables of templates, phone numbers and connections; below them the categories that WhatsApp chose itself, and what needs attention.",
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
    "status is NOT_CREATED for what the account does not have; attention lists",
    "reasons, ok says that there are none.",
  ],
  sections: [
    {
      title: "Edits",
      lines: [
        "WhatsApp takes 1 edit of an APPROVED template in 24 hours and 10 in 30 days.",
        "The column says what a read of the account can tell: yes, no, or from when on",
        "at the latest (UTC): 24 hours after the last change, of whatever kind. How",
        "many of the 10 are left no read tells.",
      ],
    },
    {
      title: "Needs attention",
      lines: [
        "a template that is neither APPROVED nor PENDING, or not created, or that",
        "cannot be read; quality RED;",
        "content or profile that differs from the stack; an announced category; a",
        "phone number that is not CONNECTED or cannot be read; a used connection that",
        "is not ACTIVE. No attention: PENDING, quality YELLOW, a category that",
        "WhatsApp has already changed.",
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
export function statusCommand(context: Context) {
  return wholeTargetCommand("status", DETAILS)
    .argument("[stack]", "name or path of a stack file; the same as --stack")
    .option("--all", "also templates that the stack does not declare")
    .option("--exit-code", "end with 2 when something needs attention")
    .action(async (stack, options) => {
      const flags = { ...options, stack: chosenStack(stack, options.stack) };
      const { withTarget } = await import("../../target/target.ts");
      const { readStatus } = await import("./read-status.ts");
      const { attentionOf, statusText } = await import("./status-text.ts");
      const status = await withTarget(context, flags, (target) => readStatus(target, options.all === true, context));
      const attention = attentionOf(status);
      const ok = attention.length === 0;
      if (context.json) {
        const { connectionView } = await import("../../account/connection-view.ts");
        const connections = status.connections.map(connectionView);
        context.printJson({ ok, stack: flags.stack, ...status, connections, attention });
      } else context.print(statusText(status, context));
      if (options.exitCode === true && !ok) context.exitCode = EXIT.differences;
    });
}
