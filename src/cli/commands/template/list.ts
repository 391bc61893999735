import { qualityCell, qualityOf, STATUS_COLUMN, TEMPLATE_COLUMN, templateStatusCell } from "../../account/statuses.ts";
import { collectTemplates, noteUnreadable } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { wholeNumber } from "../../input/option-values.ts";
import { renderTable } from "../../output/table.ts";
import { accountCommand } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 100_000;

const DETAILS: CommandDetails = {
  description:
    "Lists the current templates of the account, one line per name and language. Stops after --limit templates with a note; --all lists every template.",
  output: "A table: name, language, status, category, quality.",
  json: [
    "{ version: 1, templates: [ { id, name, language, status, category,",
    "  components?, quality_score?, rejected_reason?, ... } ],",
    "  more: true if --limit truncated the list,",
    "  unreadable: [ { id?, name?, language?, reason, ... } ] }",
    "Templates are as sent by WhatsApp; unreadable ones lack an identity.",
  ],
  exitCodes: { 0: "listed, even if there are none", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot template list --stack production", does: "the account of stacks/production.yaml" },
    { run: "mycobot template list --status REJECTED --all --json", does: "all rejected templates, for scripts" },
  ],
};

/** `mycobot template list` */
export default function templateListCommand(context: Context) {
  return accountCommand(DETAILS)
    .option("--status <status>", "APPROVED, PENDING, REJECTED, PAUSED, ...")
    .option("--name <name>", "only this name")
    .option("--language <code>", "only this language")
    .option("--category <category>", "MARKETING, UTILITY or AUTHENTICATION")
    .option("--limit <n>", "maximum number of templates", wholeNumber(1, MAX_LIMIT), DEFAULT_LIMIT)
    .option("--all", "list every template")
    .action(async (options) => {
      const limit = options.all === true ? Number.POSITIVE_INFINITY : options.limit;
      const { templates, more, unreadable } = await withScope(context, options, async ({ gateway, account }) =>
        collectTemplates(gateway, await account(), options, limit, context),
      );
      noteUnreadable(unreadable, context);
      if (context.json) return context.printJson({ templates, more, unreadable });
      if (templates.length === 0) return context.note("No templates.");
      const rows = templates.map((each) => [
        each.name,
        each.language,
        templateStatusCell(each.status),
        each.category,
        qualityCell(qualityOf(each)),
      ]);
      const head = [
        TEMPLATE_COLUMN,
        "language",
        STATUS_COLUMN,
        { name: "category", drop: 2 },
        { name: "quality", drop: 1 },
      ];
      context.print(renderTable({ head, rows }, context.tableWidth, context.paint));
      if (more) context.note(`There are more than ${limit} templates: use --limit N or --all.`);
    });
}
