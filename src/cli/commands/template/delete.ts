import { declaredTemplates, noteUnreadableStacks, projectStacks, refuseDeclared } from "../../account/declared.ts";
import { findTemplates, refuseGenerated } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { UsageError } from "../../usage-error.ts";

const DETAILS: CommandDetails = {
  description:
    "Deletes a template from the account. Its languages are looked up and deleted one by one, by id and name; other languages are not affected. " +
    "For about 30 days afterwards, WhatsApp does not accept a template with this name and language. " +
    "A template that a stack file of the project declares for this account is not deleted: remove it from the file and run `pulumi up`.",
  output: "One line per deleted language.",
  json: ["{ version: 1, templates: [ { id, name, language,", '    result: "deleted" | "absent" } ] }'],
  exitCodes: {
    0: "deleted",
    ...REQUEST_EXIT_CODES,
    1: "no such template, or a failed request",
    6: "not confirmed, or declared in a stack file",
  },
  examples: [
    {
      run: "mycobot template delete order_shipped --language es_MX",
      does: "deletes one language, after confirmation on a terminal",
    },
    { run: "mycobot template delete order_shipped --all-languages --yes", does: "deletes all, without confirmation" },
  ],
};

interface LanguageFlags {
  language?: string | undefined;
  allLanguages?: boolean | undefined;
}

function requireLanguages({ language, allLanguages }: LanguageFlags): void {
  if ((language === undefined) !== (allLanguages !== true)) return;
  throw new UsageError(
    language === undefined ? "No language specified." : "--language and --all-languages are mutually exclusive.",
    "Specify --language CODE, or --all-languages to delete every language.",
  );
}

/** `mycobot template delete NAME` */
export default function templateDeleteCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<name>", "name of the template in the account")
    .option("--language <code>", "language to delete")
    .option("--all-languages", "delete every language")
    .option("--yes", "do not ask for confirmation")
    .option("--force", "delete it even if a stack file declares it")
    .action(async (name, options) => {
      requireLanguages(options);
      await runRequest(context, options, {
        plan: async ({ gateway, account, stack }) => {
          const call = await account();
          const templates = await findTemplates(gateway, call, name, options.language, context);
          for (const template of templates) refuseGenerated(template, "deleted");
          const declared = await projectStacks(context, stack);
          noteUnreadableStacks(declared, context);
          refuseDeclared(declaredTemplates(declared, call.wabaId, templates), "deleted", options.force, context);
          if (options.yes !== true) await confirm(questionOf(name, templates, call.wabaId), context);
          return { ...call, templates };
        },
        send: async (gateway, { templates, ...call }) => {
          const deleted: { id: string; name: string; language: string; result: "deleted" | "absent" }[] = [];
          for (const { id, language } of templates) {
            const result = await gateway.templates.delete({ ...call, name, hsmId: id });
            deleted.push({ id, name, language, result });
            // Printed at once: a later request may fail.
            if (!context.json) context.print(visibleLine(`${name} ${language}: ${resultText(result)}`));
          }
          return deleted;
        },
        show: (templates) => {
          if (context.json) context.printJson({ templates });
        },
      });
    });
}

/** Names everything that is lost: each language, and the name for a month. */
function questionOf(name: string, templates: readonly { language: string }[], waba: string): string {
  const languages = templates.map(({ language }) => language);
  const those = languages.length === 1 ? "this language" : "these languages";
  const lock = `WhatsApp locks the name for ${those} for about 30 days.`;
  return `${lock} Delete ${visibleLine(`${name} (${languages.join(", ")})`)} from ${waba}?`;
}

function resultText(result: "deleted" | "absent"): string {
  return result === "deleted" ? "deleted" : "already deleted";
}
