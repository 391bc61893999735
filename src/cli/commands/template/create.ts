import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import { type CommandDetails, DRY_RUN_JSON, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fieldLines } from "../../output/fields.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { readBody } from "./template-file.ts";

const DETAILS: CommandDetails = {
  description:
    "Creates one template in one language from a JSON file. Templates declared in a stack file are created by `pulumi up` instead. " +
    "The body is checked first, as by template lint. If it is unclear whether the request took effect, it is not repeated.",
  output:
    "The id, status and category of the new template. WhatsApp may assign a different category than requested; a note on stderr says so.",
  json: ["{ version: 1, template: { id, name, language, status, category } }", DRY_RUN_JSON],
  exitCodes: { 0: "created; the review may be pending", ...REQUEST_EXIT_CODES, 7: "created and rejected immediately" },
  examples: [
    { run: "mycobot template create order_shipped.json --stack dev", does: "checks the body and sends it" },
    { run: "mycobot template create order_shipped.json --dry-run", does: "prints the request; needs no key" },
  ],
};

/** `mycobot template create FILE` */
export default function templateCreateCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<file>", "JSON file with the body of the create call; - for stdin")
    .option("--dry-run", "print the request, send nothing")
    .option("--no-validate", "skip the check")
    .action(async (file, options) => {
      const body = await readBody(file, options.validate, context);
      await runRequest(context, options, {
        plan: async (scope) => ({ ...(await scope.account()), body }),
        send: (gateway, call) => gateway.templates.create(call),
        show: ({ id, status, category }) => {
          const { name, language } = body;
          if (status === "REJECTED") context.exitCode = EXIT.rejected;
          if (category !== body.category) {
            context.note(`note: WhatsApp assigned the category ${category}; the file requests ${body.category}.`);
          }
          if (context.json) return context.printJson({ template: { id, name, language, status, category } });
          const fields: [string, string][] = [
            ["template", `${name} ${language}`],
            ["id", id],
            ["status", status],
            ["category", category],
          ];
          context.print(fieldLines(fields, context.width, context.paint));
        },
      });
    });
}
