import { isMycobotError, type MycobotError } from "../../../errors/index.ts";
import type { Issue } from "../../../model/issue.ts";
import { lintTemplate } from "../../../model/template/index.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { JsonSyntaxError, readJson } from "../../input/json.ts";
import type { Io } from "../../io.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand, type ScopeFlags } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";
import { type LintedFile, lintText } from "./lint-text.ts";
import { type CategoryAnswers, LiveCategories } from "./live-category.ts";

const DETAILS: CommandDetails = {
  description:
    "Checks JSON files against WhatsApp's rules for new templates. Sends no request and needs no key. " +
    "Each file contains one body of POST /{waba}/message_templates; - reads one from stdin. " +
    "With --live, WhatsApp is also asked for its category of each text without errors; nothing is created. If WhatsApp does not answer, a note says so once.",
  output:
    "One line per file, followed by its issues: the place in the body (a JSON pointer), the rule, and what to do.",
  json: [
    "{ version: 1, ok, files: [",
    "  { file, ok, issues: [",
    '    { severity: "error" | "warning", code, path, message, hint,',
    "      whatsapp?: { code, subcode? } } ] } ] }",
    "path is a JSON pointer into the body; ok is false if there is an error.",
    "With --live also live: { available, reason? }: whether WhatsApp answered.",
  ],
  exitCodes: {
    ...REQUEST_EXIT_CODES,
    0: "no errors (warnings are possible)",
    1: "with --live: the connection cannot be used",
    3: "an error in a file, an unreadable file, or usage error",
    4: "with --live: API key refused or missing",
    5: "with --live: rate or quota exhausted",
  },
  examples: [
    { run: "mycobot template lint order_shipped.json", does: "checks one body" },
    {
      run: "mycobot template lint --live --stack production order_shipped.json",
      does: "also asks WhatsApp for the category of the text",
    },
    { run: "jq .body request.json | mycobot template lint --json -", does: "checks the output of another program" },
  ],
};

/** `mycobot template lint FILE…` */
export default function templateLintCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<file...>", "JSON files; - for stdin")
    .option("--live", "ask WhatsApp for its category of each text (sends requests)")
    .action(async (files, { live, ...flags }) => {
      if (files.filter((file) => file === "-").length > 1) throw new UsageError("stdin (-) can be read only once.");
      const unused = (["stack", "waba", "connection"] as const).find((name) => flags[name] !== undefined);
      if (live !== true && unused !== undefined) throw new UsageError(`--${unused} requires --live.`);
      const { linted, answers } =
        live === true
          ? await lintLive(files, flags, context)
          : { linted: await lintFiles(files, context.io), answers: undefined };
      const ok = linted.every((file) => file.ok);
      if (context.json) context.printJson({ ok, files: linted, live: answers });
      else context.print(lintText(linted, context));
      context.exitCode = ok ? EXIT.done : EXIT.invalid;
    });
}

async function lintLive(
  files: readonly string[],
  flags: ScopeFlags,
  context: Context,
): Promise<{ linted: LintedFile[]; answers: CategoryAnswers }> {
  return withScope(context, flags, async ({ gateway, account }) => {
    const categories = new LiveCategories(gateway, await account(), ({ message }) =>
      context.note(
        `note: WhatsApp's categories are not available; only the rules were checked: ${visibleLine(message)}`,
      ),
    );
    const linted = await lintFiles(files, context.io, (body) => categories.issuesOf(body));
    return { linted, answers: categories.answers };
  });
}

/** Issues beyond the rules, of bodies without errors. */
type FurtherIssues = (body: unknown) => Promise<Issue[]>;

async function lintFiles(
  files: readonly string[],
  io: Io,
  further: FurtherIssues = async () => [],
): Promise<LintedFile[]> {
  const linted: LintedFile[] = [];
  for (const file of files) {
    const issues = await issuesOf(file, io, further);
    linted.push({ file, ok: !hasErrors(issues), issues });
  }
  return linted;
}

async function issuesOf(file: string, io: Io, further: FurtherIssues): Promise<Issue[]> {
  const read = await readJsonBody(file, io);
  if ("unreadable" in read) return [read.unreadable];
  if (isListResponse(read.body)) return [LIST_RESPONSE];
  const issues = lintTemplate(read.body);
  return hasErrors(issues) ? issues : [...issues, ...(await further(read.body))];
}

async function readJsonBody(file: string, io: Io): Promise<{ body: unknown } | { unreadable: Issue }> {
  try {
    return { body: await readJson(file, io) };
  } catch (error) {
    if (!isMycobotError(error)) throw error;
    return { unreadable: unreadableIssue(error) };
  }
}

function unreadableIssue(error: MycobotError): Issue {
  const { message, hint = "" } = error;
  if (!(error instanceof JsonSyntaxError))
    return { severity: "error", code: "file-unreadable", path: "", message, hint };
  const { line, column } = error.problem;
  const placed = `Line ${line}, column ${column}: ${message}`;
  return { severity: "error", code: "json-syntax", path: "", message: placed, hint };
}

/** A common mistake: the response of the list call. */
function isListResponse(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && "data" in value && Array.isArray(value.data) && !("name" in value)
  );
}

const LIST_RESPONSE: Issue = {
  severity: "error",
  code: "list-response",
  path: "/data",
  message: "This is a response of WhatsApp's list call, not the body of a create call.",
  hint: "Put each body into its own file: { name, language, category, components }.",
};

function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}
