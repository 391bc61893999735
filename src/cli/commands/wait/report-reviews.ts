import { statusCell } from "../../account/template-cells.ts";
import type { Context } from "../../context.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import { counted } from "../../output/plural.ts";
import { renderTable } from "../../output/table.ts";
import type { Review } from "./await-reviews.ts";

function exitCodeFor(reviews: readonly Review[]): ExitCode {
  const has = (status: string) => reviews.some((review) => review.status === status);
  if (has("REJECTED")) return EXIT.rejected;
  if (has("PENDING")) return EXIT.timedOut;
  return reviews.every((review) => review.status === "APPROVED") ? EXIT.done : EXIT.failure;
}

/** What to do next. */
function advice(reviews: readonly Review[]): string[] {
  const count = (status: string) => reviews.filter((review) => review.status === status).length;
  return [
    ...(count("REJECTED") > 0
      ? [`${counted(count("REJECTED"), "template")} rejected: change the content in the stack file, then pulumi up.`]
      : []),
    ...(count("PENDING") > 0
      ? [`${counted(count("PENDING"), "template")} still PENDING: run the command again to go on waiting.`]
      : []),
    ...(count("NOT_CREATED") > 0
      ? [
          `${counted(count("NOT_CREATED"), "template")} not created: pulumi up creates ${count("NOT_CREATED") === 1 ? "it" : "them"}.`,
        ]
      : []),
  ];
}

/** Prints where every template stands, and sets the exit code. A rejection weighs more than a timeout. */
export async function reportReviews(reviews: readonly Review[], context: Context): Promise<void> {
  context.exitCode = exitCodeFor(reviews);
  const pending = reviews.filter(({ status }) => status === "PENDING").length;
  if (context.json) {
    const templates = reviews.map(({ id: _, ...review }) => review);
    context.printJson({ ok: context.exitCode === EXIT.done, templates, pending });
    return;
  }
  if (reviews.length === 0) {
    context.note("The stack declares no templates.");
    return;
  }
  const rows = reviews.map(({ name, language, status, rejectedReason = "" }) => [
    name,
    language,
    statusCell(status === "NOT_CREATED" ? "not created" : status),
    rejectedReason,
  ]);
  context.print(
    renderTable({ head: ["template", "language", "status", "reason"], rows }, context.width, context.paint),
  );
  for (const line of advice(reviews)) context.note(line);
}
