import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { accountCommand, type TargetFlags } from "../../target/target-flags.ts";
import { UsageError } from "../../usage-error.ts";
import type { LintedFile } from "./lint-files.ts";
import type { LiveAnswers } from "./live-category.ts";

const DETAILS: CommandDetails = {
  summary: "check bodies of WhatsApp's create call",
  description:
    "Checks JSON files against WhatsApp's rules for new templates, without a request and without a key. " +
    "Each file holds one body of POST /{waba}/message_templates; - reads one from stdin. " +
    "With --live WhatsApp is asked, too, for its own category of each text that breaks no rule: nothing is created. Where it does not tell, a note says so once.",
  output:
    "One line per file, below it every issue with its place in the body (a JSON pointer), the rule and what to do.",
  json: [
    "{ version: 1, ok, files: [",
    "  { file, ok, issues: [",
    '    { severity: "error" | "warning", code, path, message, hint,',
    "      whatsapp?: { code, subcode? } } ] } ] }",
    "path is a JSON pointer into the body; ok is false when there is an error.",
    "With --live also live: { available, reason? }: whether WhatsApp told any.",
  ],
  exitCodes: {
    ...REQUEST_EXIT_CODES,
    0: "no errors (warnings are possible)",
    1: "with --live: the connection cannot be used",
    3: "an error in a file, a file that cannot be read, or usage",
    4: "with --live: API key refused or missing",
    5: "with --live: rate or quota exhausted",
  },
  examples: [
    { run: "mycobot template lint order_shipped.json", does: "checks one body" },
    {
      run: "mycobot template lint --live --stack production order_shipped.json",
      does: "and asks WhatsApp for its category of the text",
    },
    { run: "jq .body request.json | mycobot template lint --json -", does: "checks a body from another program" },
  ],
};

/** `mycobot template lint FILE…` */
export function lintCommand(context: Context) {
  return accountCommand("lint", DETAILS)
    .argument("<file...>", "JSON files; - for stdin")
    .option("--live", "ask WhatsApp for its own category of each text (sends requests)")
    .action(async (files, { live, ...flags }) => {
      if (files.filter((file) => file === "-").length > 1) throw new UsageError("stdin (-) can be read only once.");
      const idle = (["stack", "waba", "connection"] as const).find((name) => flags[name] !== undefined);
      if (live !== true && idle !== undefined) throw new UsageError(`--${idle} is of use with --live only.`);
      const { linted, answers } =
        live === true ? await liveLint(files, flags, context) : await plainLint(files, context);
      const ok = linted.every((file) => file.ok);
      if (context.json) context.printJson({ ok, files: linted, live: answers });
      else context.print((await import("./lint-text.ts")).lintText(linted, context));
      context.exitCode = ok ? EXIT.done : EXIT.invalid;
    });
}

interface Linted {
  linted: LintedFile[];
  /** Undefined where it was not asked. */
  answers: LiveAnswers | undefined;
}

async function plainLint(files: readonly string[], { io }: Context): Promise<Linted> {
  const { lintFiles } = await import("./lint-files.ts");
  return { linted: await lintFiles(files, io), answers: undefined };
}

async function liveLint(files: readonly string[], flags: TargetFlags, context: Context): Promise<Linted> {
  const { lintFiles } = await import("./lint-files.ts");
  const { LiveCategories } = await import("./live-category.ts");
  const { withTarget } = await import("../../target/target.ts");
  const { visibleLine } = await import("../../output/visible.ts");
  return withTarget(context, flags, async ({ gateway, account }) => {
    const categories = new LiveCategories(gateway, await account(), ({ message }) =>
      context.note(`note: WhatsApp tells no categories here, only the rules were checked: ${visibleLine(message)}`),
    );
    const linted = await lintFiles(files, context.io, (body) => categories.issuesOf(body));
    return { linted, answers: categories.answers };
  });
}
