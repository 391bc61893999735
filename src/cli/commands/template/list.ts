import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { wholeNumber } from "../../input/option-values.ts";
import { accountCommand } from "../../target/target-flags.ts";

const DEFAULT_LIMIT = 100;
const MOST = 100_000;

const DETAILS: CommandDetails = {
  summary: "the account's templates",
  description:
    "Lists the templates of the account, one line per name and language, as WhatsApp has them now. Stops after --limit and says so; --all goes on to the end.",
  output: "A table: name, language, status, category, quality.",
  json: [
    "{ version: 1, templates: [ { id, name, language, status, category,",
    "  components?, quality_score?, rejected_reason?, ... } ],",
    "  more: true where --limit cut the list short,",
    "  unreadable: [ { id?, name?, language?, reason, ... } ] }",
    "templates are as WhatsApp sent them; unreadable ones lack an identity.",
  ],
  exitCodes: { 0: "listed, even when there is none", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot template list --stack production", does: "the account of stacks/production.yaml" },
    { run: "mycobot template list --status REJECTED --all --json", does: "every rejected one, for scripts" },
  ],
};

/** `mycobot template list` */
export function listCommand(context: Context) {
  return accountCommand("list", DETAILS)
    .option("--status <status>", "APPROVED, PENDING, REJECTED, PAUSED, ...")
    .option("--name <name>", "only this name")
    .option("--language <code>", "only this language")
    .option("--category <category>", "MARKETING, UTILITY or AUTHENTICATION")
    .option("--limit <n>", "at most so many", wholeNumber(1, MOST), DEFAULT_LIMIT)
    .option("--all", "to the end of the list")
    .action(async (options) => {
      const { withTarget } = await import("../../target/target.ts");
      const { collectTemplates, noteUnreadable } = await import("../../account/collect-templates.ts");
      const limit = options.all === true ? Number.POSITIVE_INFINITY : options.limit;
      const { templates, more, unreadable } = await withTarget(context, options, async (target) =>
        collectTemplates(target.gateway, await target.account(), options, limit, context),
      );
      noteUnreadable(unreadable, context);
      if (context.json) return context.printJson({ templates, more, unreadable });
      if (templates.length === 0) return context.note("No templates.");
      const { renderTable } = await import("../../output/table.ts");
      const { qualityCell, statusCell } = await import("../../account/template-cells.ts");
      const rows = templates.map((each) => [
        each.name,
        each.language,
        statusCell(each.status),
        each.category,
        qualityCell(each),
      ]);
      const head = ["template", "language", "status", "category", "quality"];
      context.print(renderTable({ head, rows }, context.width, context.paint));
      if (more) context.note(`There are more than ${limit}: --limit N or --all shows them.`);
    });
}
