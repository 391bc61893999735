import { explainRejection } from "../../../model/template/life-cycle/rejection-reasons.ts";
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
    "The command keeps no state: after a timeout or Ctrl-C, run it again to continue.",
  output: "A table of the stack's templates: name, language, status, reason of a rejection.",
  json: [
    "{ version: 1, ok, templates: [ { name, language, status,",
    "  rejectedReason? } ], pending: number of PENDING templates }",
    "status is NOT_CREATED for a template that the account does not have.",
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
    const templates = reviews.map(({ id: _, ...review }) => review);
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
  for (const line of advice(reviews)) context.note(line);
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
  const byStatus = Object.entries(ADVICE).flatMap(([status, text]) => {
    const count = countOf(reviews, status);
    return count === 0 ? [] : [`${counted(count, "template")} ${text}`];
  });
  return [...rejections(reviews), ...byStatus];
}

/** One line for each reason of a rejection. */
function rejections(reviews: readonly Review[]): string[] {
  const rejected = reviews.filter(({ status }) => status === "REJECTED");
  const reasons = new Set(rejected.map(({ rejectedReason }) => rejectedReason));
  return [...reasons].map((reason) => {
    const count = rejected.filter(({ rejectedReason }) => rejectedReason === reason).length;
    const { text, advice } = explainRejection(reason);
    return visibleLine(sentences(`${counted(count, "template")} rejected: ${text}`, advice));
  });
}
