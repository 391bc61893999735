import { explainRejection } from "../../../model/template/life-cycle/rejection-reasons.ts";
import { meaningOfStatus } from "../../../model/template/life-cycle/statuses.ts";
import { NOT_CREATED, STATUS_COLUMN, TEMPLATE_COLUMN, templateStatusCell } from "../../account/statuses.ts";
import type { Context } from "../../context.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { duration } from "../../input/option-values.ts";
import { counted, sentences } from "../../output/phrases.ts";
import { renderTable } from "../../output/table.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand, argumentOrOption } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";
import { awaitReviews, type Review } from "./await-reviews.ts";

const DEFAULT_TIMEOUT = 30 * 60_000;

const DETAILS: CommandDetails = {
  description:
    "Waits until no template of the stack is PENDING. Polls only pending templates, first after 30 seconds, then at increasing intervals of up to 5 minutes. " +
    "The command keeps no state: after a timeout or Ctrl-C, run it again to continue. It ends when every template is decided, also if one of them is rejected early.",
  output:
    "A table of the stack's templates: name, language, status, reason of a rejection. On stderr: each decision as it is made; at the end, why templates cannot be sent and what to do.",
  json: [
    "{ version: 1, ok, templates: [ { name, language, status,",
    "  rejectedReason?, recommendation?, isEdit?, attention? } ],",
    "  pending: number of PENDING templates }",
    "status is NOT_CREATED for a template that the account does not have.",
    "attention: why the template cannot be sent, and what to do.",
    "recommendation: WhatsApp's own words about a rejection.",
    "isEdit: true for a PENDING template whose edit is in review,",
    "if Pulumi's state can be read.",
  ],
  exitCodes: {
    0: "all are APPROVED",
    ...REQUEST_EXIT_CODES,
    1: "one is PAUSED, DISABLED, not created ..., or a failed request",
    7: "one is REJECTED",
    8: "one is still PENDING after --timeout",
  },
  examples: [
    { run: "mycobot wait production --timeout 30m", does: "after pulumi up, in CI" },
    { run: "mycobot wait production --timeout 0s --json", does: "checks once" },
  ],
};

/** `mycobot wait STACK` */
export default function waitCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("[stack]", "name or path of a stack file; same as --stack")
    .option("--timeout <duration>", "maximum waiting time (default: 30m)", duration)
    .action(async (argument, { timeout = DEFAULT_TIMEOUT, ...options }) => {
      const stack = argumentOrOption("stack", argument, options.stack);
      if (stack === undefined) throw new UsageError("No stack specified.", "Specify STACK.");
      context.endsItself = true;
      const reviews = await withScope(context, { ...options, stack }, (scope) => awaitReviews(scope, timeout, context));
      reportReviews(reviews, context);
    });
}

/** Prints the status of every template, and sets the exit code. A rejection takes precedence over a timeout. */
function reportReviews(reviews: readonly Review[], context: Context): void {
  context.exitCode = exitCodeFor(reviews);
  if (context.json) {
    const templates = reviews.map(({ id: _, ...review }) => {
      const attention = attentionOf(review);
      return attention === undefined ? review : { ...review, attention };
    });
    context.printJson({ ok: context.exitCode === EXIT.done, templates, pending: countOf(reviews, "PENDING") });
    return;
  }
  if (reviews.length === 0) {
    context.note("The stack declares no templates.");
    return;
  }
  const rows = reviews.map(({ name, language, status, rejectedReason = "" }) => [
    name,
    language,
    templateStatusCell(status),
    rejectedReason,
  ]);
  const head = [TEMPLATE_COLUMN, "language", STATUS_COLUMN, { name: "reason", drop: 1 }];
  context.print(renderTable({ head, rows }, context.tableWidth, context.paint));
  for (const line of [...attentionLines(reviews), ...advice(reviews)]) context.note(line);
}

function countOf(reviews: readonly Review[], status: string): number {
  return reviews.filter((review) => review.status === status).length;
}

function exitCodeFor(reviews: readonly Review[]): ExitCode {
  if (countOf(reviews, "REJECTED") > 0) return EXIT.rejected;
  if (countOf(reviews, "PENDING") > 0) return EXIT.timedOut;
  return reviews.every((review) => review.status === "APPROVED") ? EXIT.done : EXIT.failure;
}

/** What to do next, by status. */
const ADVICE: Readonly<Record<string, string>> = {
  PENDING: "still PENDING: run the command again to continue waiting.",
  [NOT_CREATED]: "not created: run pulumi up.",
};

function advice(reviews: readonly Review[]): string[] {
  return Object.entries(ADVICE).flatMap(([status, text]) => {
    const count = countOf(reviews, status);
    return count === 0 ? [] : [`${counted(count, "template")} ${text}`];
  });
}

/** Why a template cannot be sent, and what to do; undefined if its status says all. */
function attentionOf({ status, rejectedReason, recommendation = "", isEdit }: Review): string | undefined {
  if (status === "REJECTED") {
    const { text, advice: todo } = explainRejection(rejectedReason);
    const quoted = recommendation === "" ? "" : `WhatsApp recommends: ${visibleLine(recommendation)}`;
    return sentences(visibleLine(text), quoted, todo);
  }
  if (status === "PENDING") return isEdit === true ? EDIT_IN_REVIEW : undefined;
  const { meaning, advice: todo = "" } = meaningOfStatus(status) ?? {};
  return meaning === undefined ? undefined : sentences(`${status}: ${meaning}`, todo);
}

const EDIT_IN_REVIEW =
  "an edit is in review: until it is approved, the template may not be sendable at all, not even in its former version. To keep sending during a review, declare a new version (version: 2).";

/** Names per line. */
const MAX_NAMES = 4;

/** One line for each cause. */
function attentionLines(reviews: readonly Review[]): string[] {
  const byCause = new Map<string | undefined, Review[]>();
  for (const review of reviews) {
    const cause = attentionOf(review);
    byCause.set(cause, [...(byCause.get(cause) ?? []), review]);
  }
  return [...byCause].flatMap(([cause, group]) => {
    if (cause === undefined) return [];
    const names = group.slice(0, MAX_NAMES).map(({ name, language }) => visibleLine(`${name} ${language}`));
    const more = group.length - names.length;
    return [`${names.join(", ")}${more === 0 ? "" : ` and ${counted(more, "other")}`}: ${cause}`];
  });
}
