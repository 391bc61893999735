import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { DRY_RUN_JSON } from "../../help/dry-run.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { accountCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "replace the content of a template",
  description:
    "Edits the template that has the file's name and language: all its components are replaced, and it goes through review again. " +
    "WhatsApp allows 1 edit in 24 hours and 10 in 30 days of an APPROVED template, none of a PENDING one, and changes the category only while it is not APPROVED. " +
    "What a stack file declares is edited by `pulumi up`.",
  output: "One line: which template was edited.",
  json: ["{ version: 1, template: { id, name, language } }", DRY_RUN_JSON],
  exitCodes: { 0: "taken; review follows", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot template edit order_shipped.json --stack dev", does: "checks and sends it" },
    {
      run: "mycobot template edit order_shipped.json --dry-run --id 14076806",
      does: "prints the exact request; needs no key",
    },
  ],
};

/** `mycobot template edit FILE` */
export function editCommand(context: Context) {
  return accountCommand("edit", DETAILS)
    .argument("<file>", "JSON file: body of the create call; - for stdin")
    .option("--id <id>", "the template's id, instead of looking it up")
    .option("--dry-run", "print the request, send nothing (the id is looked up, unless --id gives it)")
    .option("--no-validate", "send it without checking")
    .action(async (file, options) => {
      const { readBody } = await import("./read-body.ts");
      const { editBody } = await import("./account/edit-body.ts");
      const { withTarget } = await import("../../target/target.ts");
      const { printPlannedRequest, plannedConnection } = await import("../../target/dry-run.ts");
      const body = await readBody(file, options.validate, context);
      const { name, language } = body;
      await withTarget(context, options, async (target) => {
        const { gateway, sources } = target;
        const dryRun = options.dryRun === true;
        if (dryRun && options.id !== undefined) {
          const call = {
            connection: plannedConnection(sources, context),
            templateId: options.id,
            body: editBody(body),
          };
          return printPlannedRequest(context, (planning) => planning.templates.edit(call));
        }
        const { findForEdit } = await import("./account/find-for-edit.ts");
        const { call, present } = await findForEdit(target, { name, language, id: options.id }, context);
        const edit = { ...call, templateId: present.id, body: editBody(body, present) };
        if (dryRun) return printPlannedRequest(context, (planning) => planning.templates.edit(edit));
        await gateway.templates.edit(edit);
        const template = { id: present.id, name: present.name, language: present.language };
        if (context.json) context.printJson({ template });
        else context.print(`${template.name} ${template.language} is edited, and in review again.`);
      });
    });
}
