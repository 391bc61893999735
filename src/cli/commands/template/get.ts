import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { accountCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "one template, in all its languages or one",
  description: "Shows a template of the account by its name, as WhatsApp has it now: a block per language.",
  output: "A block per language: id, status, categories, quality, rejection, then the message.",
  json: [
    "{ version: 1, templates: [ { id, name, language, status, category,",
    "  components?, quality_score?, rejected_reason?, ... } ] }",
    "templates are as WhatsApp sent them; one is what template diff takes.",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES, 1: "there is no such template, or a failure on the way" },
  examples: [
    { run: "mycobot template get order_shipped", does: "all its languages" },
    {
      run: "mycobot template get order_shipped --language es_MX --json",
      does: "one language; jq '.templates[0]' makes a file for template diff",
    },
  ],
};

/** `mycobot template get NAME` */
export function getCommand(context: Context) {
  return accountCommand("get", DETAILS)
    .argument("<name>", "the template's name in the account")
    .option("--language <code>", "only this language")
    .action(async (name, options) => {
      const { withTarget } = await import("../../target/target.ts");
      const { findTemplates } = await import("./account/find-templates.ts");
      const { language } = options;
      const templates = await withTarget(context, options, async (target) =>
        findTemplates(target.gateway, await target.account(), name, language, context),
      );
      if (context.json) return context.printJson({ templates });
      const { templateText } = await import("./account/template-text.ts");
      context.print(templates.map((template) => templateText(template, context)).join("\n\n"));
    });
}
