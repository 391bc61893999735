import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { DRY_RUN_JSON } from "../../help/dry-run.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { accountCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "send one body of WhatsApp's create call",
  description:
    "Creates one template in one language from a JSON file, for the odd job: what a stack file declares is created by `pulumi up`. " +
    "The body is checked first, as template lint does. Nothing is repeated when it is unclear whether it took effect.",
  output:
    "The new template's id, status and category. WhatsApp may choose another category than the file asks for: that is said on stderr.",
  json: ["{ version: 1, template: { id, name, language, status, category } }", DRY_RUN_JSON],
  exitCodes: { 0: "created; review may still be under way", ...REQUEST_EXIT_CODES, 7: "created and rejected at once" },
  examples: [
    { run: "mycobot template create order_shipped.json --stack dev", does: "checks and sends it" },
    { run: "mycobot template create order_shipped.json --dry-run", does: "prints the exact request; needs no key" },
  ],
};

/** `mycobot template create FILE` */
export function createCommand(context: Context) {
  return accountCommand("create", DETAILS)
    .argument("<file>", "JSON file: body of the create call; - for stdin")
    .option("--dry-run", "print the request, send nothing")
    .option("--no-validate", "send it without checking")
    .action(async (file, options) => {
      const { readBody } = await import("./read-body.ts");
      const { idSources, withTarget } = await import("../../target/target.ts");
      const body = await readBody(file, options.validate, context);
      if (options.dryRun === true) {
        const { plannedConnection, printPlannedRequest } = await import("../../target/dry-run.ts");
        const { requireWaba } = await import("../../target/ids.ts");
        const sources = await idSources(context, options);
        const wabaId = requireWaba(sources);
        const connection = plannedConnection(sources, context);
        return printPlannedRequest(context, (gateway) => gateway.templates.create({ wabaId, connection, body }));
      }
      const created = await withTarget(context, options, async ({ gateway, account }) =>
        gateway.templates.create({ ...(await account()), body }),
      );
      const { name, language } = body;
      const { id, status, category } = created;
      if (status === "REJECTED") context.exitCode = EXIT.rejected;
      if (category !== body.category) {
        context.note(`note: WhatsApp made its category ${category}; the file asks for ${body.category}.`);
      }
      if (context.json) return context.printJson({ template: { id, name, language, status, category } });
      const { fieldLines } = await import("../../output/fields.ts");
      const fields: [string, string][] = [
        ["template", `${name} ${language}`],
        ["id", id],
        ["status", status],
        ["category", category],
      ];
      context.print(fieldLines(fields, context.width, context.paint));
    });
}
