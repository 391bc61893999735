import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { accountCommand } from "../../target/target-flags.ts";
import { UsageError } from "../../usage-error.ts";

const DETAILS: CommandDetails = {
  summary: "delete a template in one language or all",
  description:
    "Deletes a template of the account. Its languages are looked up and deleted one by one, by id and name: no other language goes with them. " +
    "Afterwards WhatsApp takes no template of that name and language for about 30 days. " +
    "What a stack file declares is deleted by taking it out there and `pulumi up`.",
  output: "One line per deleted language.",
  json: ["{ version: 1, templates: [ { id, name, language,", '    result: "deleted" | "absent" } ] }'],
  exitCodes: {
    0: "deleted",
    ...REQUEST_EXIT_CODES,
    1: "there is no such template, or a failure on the way",
    6: "not confirmed",
  },
  examples: [
    {
      run: "mycobot template delete order_shipped --language es_MX",
      does: "asks on a terminal, then deletes one language",
    },
    { run: "mycobot template delete order_shipped --all-languages --yes", does: "all of them, without a question" },
  ],
};

/** `mycobot template delete NAME` */
export function deleteCommand(context: Context) {
  return accountCommand("delete", DETAILS)
    .argument("<name>", "the template's name in the account")
    .option("--language <code>", "the language to delete")
    .option("--all-languages", "delete every language")
    .option("--yes", "do not ask on a terminal")
    .action(async (name, options) => {
      const { language, allLanguages, yes } = options;
      if ((language === undefined) === (allLanguages !== true)) {
        throw new UsageError(
          language === undefined
            ? "It is not said which language to delete."
            : "--language and --all-languages exclude each other.",
          "Give --language CODE for one, or --all-languages for every one.",
        );
      }
      const { withTarget } = await import("../../target/target.ts");
      const { findTemplates, refuseGenerated } = await import("./account/find-templates.ts");
      const { confirm } = await import("../../input/confirm.ts");
      const { visibleLine } = await import("../../output/visible.ts");
      await withTarget(context, options, async ({ gateway, account }) => {
        const call = await account();
        const found = await findTemplates(gateway, call, name, language, context);
        for (const template of found) refuseGenerated(template, "deleted");
        const languages = found.map((template) => template.language).join(", ");
        if (yes !== true)
          await confirm(`Delete ${visibleLine(`${name} (${languages})`)} from ${call.wabaId}?`, context);
        const templates: { id: string; name: string; language: string; result: "deleted" | "absent" }[] = [];
        for (const { id, language } of found) {
          const result = await gateway.templates.delete({ ...call, name, hsmId: id });
          templates.push({ id, name, language, result });
          if (!context.json)
            context.print(
              visibleLine(`${name} ${language}: ${result === "deleted" ? "deleted" : "not there any more"}`),
            );
        }
        if (context.json) context.printJson({ templates });
      });
    });
}
