import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { oneOf } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { UsageError } from "../../usage-error.ts";
import { FORMATS, type Format } from "./formats.ts";

const DETAILS: CommandDetails = {
  summary: "check stack files",
  description:
    "Checks stack files offline, without a key: WhatsApp's rules for every template and profile, and what only shows across " +
    "objects and files. STACK is a name (stacks/NAME.yaml) or a path to a .yaml file; without one, every file of stacks/ is " +
    "checked, those without account as fragments that others extend.",
  output:
    "Every problem at once with file, line, column, the line itself, the rule and what to do; then a line per stack. " +
    "github: workflow commands that annotate a pull request. sarif: SARIF 2.1.0, for code scanning.",
  json: [
    "{ version: 1, ok, stacks: [",
    "  { stack, ok, issues: [",
    '    { severity: "error" | "warning" | "note", code,',
    "      file, line, column, message, hint } ] } ] }",
    "line and column count from 1; ok is false when there is an error.",
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

function chosenFormat(option: Format | undefined, json: boolean): Format {
  if (json && option !== undefined && option !== "json")
    throw new UsageError(`--json and --format ${option} exclude each other.`);
  return json ? "json" : (option ?? "text");
}

/** `mycobot validate [STACK…]` */
export function validateCommand(context: Context) {
  return newCommand("validate", DETAILS)
    .argument("[stack...]", "names or paths of stack files (default: every file of stacks/)")
    .option("--format <format>", `one of ${FORMATS.join(", ")} (default: text)`, oneOf(FORMATS))
    .action(async (stacks, options) => {
      const format = chosenFormat(options.format, context.json);
      context.json ||= format === "json";
      const { checkNamedStacks } = await import("./check-named-stacks.ts");
      const checked = await checkNamedStacks(stacks, context.io);
      const { render } = await import("./render.ts");
      render(checked, format, context);
      context.exitCode = checked.every((each) => each.ok) ? EXIT.done : EXIT.invalid;
    });
}
