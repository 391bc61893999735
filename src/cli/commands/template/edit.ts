import type { ProxyCall, TemplateCreateBody, TemplateEditBody, WireTemplate } from "../../../gateway/index.ts";
import { declaredTemplates, noteUnreadableStacks, projectStacks, refuseDeclared } from "../../account/declared.ts";
import { findTemplates, refuseGenerated } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, DRY_RUN_JSON, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { accountCommand } from "../../scope/flags.ts";
import { findWaba } from "../../scope/ids.ts";
import { runRequest } from "../../scope/request.ts";
import type { Scope } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";
import { readBody } from "./template-file.ts";

const DETAILS: CommandDetails = {
  description:
    "Edits the template with the name and language of the file: all its components are replaced, and WhatsApp reviews it again. " +
    "WhatsApp allows 1 edit of an APPROVED template in 24 hours and 10 in 30 days, and no edit of a PENDING template. The category can change only while the template is not APPROVED. " +
    "A template that a stack file of the project declares is not edited: change it in the file and run `pulumi up`.",
  output: "One line with the name of the edited template.",
  json: ["{ version: 1, template: { id, name, language } }", DRY_RUN_JSON],
  exitCodes: { 0: "accepted; the review follows", ...REQUEST_EXIT_CODES, 6: "declared in a stack file" },
  examples: [
    { run: "mycobot template edit order_shipped.json --stack dev", does: "checks the body and sends it" },
    {
      run: "mycobot template edit order_shipped.json --dry-run --id 14076806",
      does: "prints the request; needs no key",
    },
  ],
};

/** `mycobot template edit FILE` */
export default function templateEditCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<file>", "JSON file with the body of the create call; - for stdin")
    .option("--id <id>", "the template's id, instead of a lookup by name and language")
    .option("--dry-run", "print the request, send nothing (without --id, looks up the id)")
    .option("--force", "edit it even if a stack file declares it")
    .option("--no-validate", "skip the check")
    .action(async (file, options) => {
      const { id } = options;
      const body = await readBody(file, options.validate, context);
      const { name, language } = body;
      await runRequest(context, options, {
        plansOnline: id === undefined,
        plan: async (scope) => {
          if (scope.dryRun && id !== undefined) {
            const template = { id, name, language };
            return { ...(await scope.proxy()), templateId: id, body: editBody(body), template };
          }
          if (options.dryRun !== true) {
            const declared = await projectStacks(context, scope.stack);
            noteUnreadableStacks(declared, context);
            const waba = findWaba(scope.sources)?.id;
            refuseDeclared(declaredTemplates(declared, waba, [body]), "changed", options.force, context);
          }
          const { call, present } = await findForEdit(scope, body, id, context);
          return { ...call, templateId: present.id, body: editBody(body, present), template: present };
        },
        send: (gateway, { template: _, ...call }) => gateway.templates.edit(call),
        show: (_, { template: { id, name, language } }) => {
          if (context.json) context.printJson({ template: { id, name, language } });
          else context.print(`${name} ${language}: edited, review pending.`);
        },
      });
    });
}

/** The template that a file edits. @throws MYCO_TEMPLATE_UNKNOWN; UsageError if the id is that of another template */
async function findForEdit(
  { gateway, account, proxy }: Scope,
  { name, language }: Pick<TemplateCreateBody, "name" | "language">,
  id: string | undefined,
  context: Context,
): Promise<{ call: ProxyCall; present: WireTemplate }> {
  if (id === undefined) {
    const call = await account();
    const [present] = await findTemplates(gateway, call, name, language, context);
    // findTemplates returns at least one.
    return { call, present: editable(present as WireTemplate) };
  }
  const call = await proxy();
  const present = await gateway.templates.get({ ...call, templateId: id });
  if (present.name === name && present.language === language) return { call, present: editable(present) };
  throw new UsageError(
    `${id} is the template ${present.name} ${present.language}, but the file contains ${name} ${language}.`,
    "An edit cannot change the name or the language. Check --id.",
  );
}

function editable(template: WireTemplate): WireTemplate {
  refuseGenerated(template, "edited");
  return template;
}

/**
 * The body of an edit: the create body without name and language, which cannot change. The category is included only if it
 * changes and may change, or if `present` is not known.
 */
function editBody(body: TemplateCreateBody, present?: Pick<WireTemplate, "category" | "status">): TemplateEditBody {
  const { name: _, language: __, category, ...content } = body;
  if (present === undefined) return { category, ...content };
  return present.status === "APPROVED" || present.category === category ? content : { category, ...content };
}
