import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { newCommand } from "../../new-command.ts";
import { UsageError } from "../../usage-error.ts";

const DETAILS: CommandDetails = {
  summary: "check bodies of WhatsApp's create call",
  description:
    "Checks JSON files against WhatsApp's rules for new templates, without a request and without a key. " +
    "Each file holds one body of POST /{waba}/message_templates; - reads one from stdin.",
  output:
    "One line per file, below it every issue with its place in the body (a JSON pointer), the rule and what to do.",
  json: [
    "{ version: 1, ok, files: [",
    "  { file, ok, issues: [",
    '    { severity: "error" | "warning", code, path, message, hint,',
    "      whatsapp?: { code, subcode? } } ] } ] }",
    "path is a JSON pointer into the body; ok is false when there is an error.",
  ],
  exitCodes: {
    0: "no errors (warnings are possible)",
    3: "an error in a file, or a file that cannot be read",
    130: "interrupted",
  },
  examples: [
    { run: "mycobot template lint order_shipped.json", does: "checks one body" },
    { run: "jq .body request.json | mycobot template lint --json -", does: "checks a body from another program" },
  ],
};

/** `mycobot template lint FILE…` */
export function lintCommand(context: Context) {
  return newCommand("lint", DETAILS)
    .argument("<file...>", "JSON files; - for stdin")
    .action(async (files) => {
      if (files.filter((file) => file === "-").length > 1) throw new UsageError("stdin (-) can be read only once.");
      const { lintFiles } = await import("./lint-files.ts");
      const linted = await lintFiles(files, context.io);
      const ok = linted.every((file) => file.ok);
      if (context.json) context.printJson({ ok, files: linted });
      else context.print((await import("./lint-text.ts")).lintText(linted, context));
      context.exitCode = ok ? EXIT.done : EXIT.invalid;
    });
}
