import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { chosenStack } from "../../target/chosen-stack.ts";
import { accountCommand } from "../../target/target-flags.ts";
import { duration } from "../../time/duration.ts";
import { UsageError } from "../../usage-error.ts";

const DEFAULT_TIMEOUT = 30 * 60_000;

const DETAILS: CommandDetails = {
  summary: "wait until WhatsApp has reviewed a stack's templates",
  description:
    "Waits until no template of the stack is PENDING. Only the pending ones are asked for, after 30 seconds and then less and less often, up to every 5 minutes. " +
    "Nothing is kept between runs: after a timeout or ^C, run it again and it goes on.",
  output: "A table of the stack's templates: name, language, status, why it was rejected.",
  json: [
    "{ version: 1, ok, templates: [ { name, language, status,",
    "  rejectedReason? } ], pending: number still PENDING }",
    "status is NOT_CREATED for what the account does not have.",
  ],
  exitCodes: {
    0: "all are APPROVED",
    ...REQUEST_EXIT_CODES,
    1: "one is PAUSED, DISABLED, not created ..., or a failure on the way",
    7: "one is REJECTED",
    8: "one is still PENDING after --timeout",
  },
  examples: [
    { run: "mycobot wait production --timeout 30m", does: "after pulumi up, in CI" },
    { run: "mycobot wait production --timeout 0s --json", does: "looks once" },
  ],
};

/** `mycobot wait STACK` */
export function waitCommand(context: Context) {
  return accountCommand("wait", DETAILS)
    .argument("[stack]", "name or path of a stack file; the same as --stack")
    .option("--timeout <duration>", "how long to wait (default: 30m)", duration)
    .action(async (stack, options) => {
      const flags = { ...options, stack: chosenStack(stack, options.stack) };
      if (flags.stack === undefined) throw new UsageError("It is not said which stack to wait for.", "Give STACK.");
      const { withTarget } = await import("../../target/target.ts");
      const { awaitReviews } = await import("./await-reviews.ts");
      const { reportReviews } = await import("./report-reviews.ts");
      context.endsItself = true;
      const reviews = await withTarget(context, flags, (target) =>
        awaitReviews(target, options.timeout ?? DEFAULT_TIMEOUT, context),
      );
      await reportReviews(reviews, context);
    });
}
