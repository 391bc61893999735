import { join } from "node:path";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { oneOf } from "../../input/option-values.ts";
import type { Io } from "../../io.ts";
import { newCommand } from "../../new-command.ts";
import { jsonText } from "../../output/visible.ts";
import { cleaner } from "../../secrets.ts";
import { UsageError } from "../../usage-error.ts";
import { packageVersion } from "../../version.ts";
import { type CheckedStack, checkedStack, distinctIssues } from "./checked-stack.ts";
import { githubText } from "./github.ts";
import { sarifLog } from "./sarif.ts";
import { validateText } from "./text.ts";

const DETAILS: CommandDetails = {
  description:
    "Checks stack files offline, without a key: WhatsApp's rules for every template and profile, and rules across " +
    "objects and files. STACK is a name (stacks/NAME.yaml) or a path to a .yaml file. Without STACK, every file of stacks/ is " +
    "checked; files without account are checked as fragments that other files extend.",
  output:
    "All problems with file, line, column, the source line, the rule and what to do; then one line per stack. " +
    "github: workflow commands that annotate a pull request. sarif: SARIF 2.1.0 for code scanning.",
  json: [
    "{ version: 1, ok, stacks: [",
    "  { stack, ok, issues: [",
    '    { severity: "error" | "warning" | "note", code,',
    "      file, line, column, message, hint } ] } ] }",
    "line and column start at 1; ok is false if there is an error.",
  ],
  exitCodes: {
    0: "no errors (warnings are possible)",
    3: "an error in a stack file, or no such file",
    130: "interrupted",
  },
  examples: [
    { run: "mycobot validate", does: "checks every file of stacks/" },
    { run: "mycobot validate dev stacks/prod.yaml", does: "checks two stacks, by name and by path" },
    { run: "mycobot validate --format sarif > mycobot.sarif", does: "for upload to code scanning" },
  ],
};

export const FORMATS = ["text", "json", "github", "sarif"] as const;

type Format = (typeof FORMATS)[number];

/** `mycobot validate [STACK…]` */
export default function validateCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("[stack...]", "names or paths of stack files (default: every file of stacks/)")
    .option("--format <format>", `one of ${FORMATS.join(", ")} (default: text)`, oneOf(FORMATS))
    .action(async (stacks, options) => {
      const format = chosenFormat(options.format, context.json);
      context.json ||= format === "json";
      const checked = await checkNamedStacks(stacks, context.io);
      RENDERERS[format](checked, context);
      context.exitCode = checked.every((each) => each.ok) ? EXIT.done : EXIT.invalid;
    });
}

function chosenFormat(option: Format | undefined, json: boolean): Format {
  if (json && option !== undefined && option !== "json")
    throw new UsageError(`--json and --format ${option} are mutually exclusive.`);
  return json ? "json" : (option ?? "text");
}

/** Checks the named stacks, or every file of stacks/: of these, a file without an account is a fragment. */
async function checkNamedStacks(names: readonly string[], { cwd, env }: Io): Promise<CheckedStack[]> {
  const { checkStacks } = await import("../../../stack/index.ts");
  const checks =
    names.length > 0
      ? await checkStacks(names, { cwd, fragment: false })
      : await checkStacks(await allStackFiles(cwd), { cwd, fragment: "auto" });
  const clean = cleaner(env);
  return checks.map((check) => checkedStack(check, clean));
}

/** Every stack file of the project, sorted by name. */
async function allStackFiles(cwd: string): Promise<string[]> {
  const { findProjectRoot, stackFiles, StackError } = await import("../../../stack/index.ts");
  const root = findProjectRoot(cwd);
  const files = await stackFiles(root);
  if (files.length > 0) return files;
  const folder = join(root, "stacks");
  throw new StackError("MYCO_STACK_NOT_FOUND", `no stack files in ${folder}`, "Add a stack file, or specify one.");
}

const RENDERERS: Readonly<Record<Format, (stacks: readonly CheckedStack[], context: Context) => void>> = {
  text: (stacks, context) => context.print(validateText(stacks, context)),
  json: (stacks, context) => {
    context.printJson({ ok: stacks.every((each) => each.ok), stacks: stacks.map(stackJson) });
  },
  github: (stacks, context) => {
    const text = githubText(distinctIssues(stacks));
    if (text !== "") context.print(text);
  },
  sarif: (stacks, context) => context.print(jsonText(sarifLog(distinctIssues(stacks), packageVersion()))),
};

function stackJson({ stack, ok, issues }: CheckedStack): object {
  return {
    stack,
    ok,
    issues: issues.map(({ severity, code, file, line, column, message, hint }) => {
      return { severity, code, file, line, column, message, hint };
    }),
  };
}
