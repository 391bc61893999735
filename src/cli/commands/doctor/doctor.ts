import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import type { Color } from "../../output/paint.ts";
import { counted } from "../../output/phrases.ts";
import { visible } from "../../output/visible.ts";
import { wrap, wrapWords } from "../../output/wrap.ts";
import { wholeScopeCommand } from "../../scope/flags.ts";
import { idSources } from "../../scope/scope.ts";
import type { Finding } from "./check.ts";
import { CHECK_NAMES } from "./checks/index.ts";
import { examine } from "./examine.ts";

const JSON_WIDTH = 76;

const DETAILS: CommandDetails = {
  description:
    "Checks everything that Mycobot requires, and says how to fix what does not work. It only reads, except for an upload session that it opens and leaves empty. " +
    "Checks are skipped if their account or phone number is not specified, or if they depend on a failed check.",
  output:
    "A checklist: \u2713 passed, ! warning, \u2717 failed, each with what was found and what to do about it; then the skipped checks, one line for each reason.",
  json: [
    "{ version: 1, ok, checks: [",
    '  { name, status: "ok" | "warning" | "failed" | "skipped",',
    "    message, hint?, exitCode? } ] }",
    ...wrap(`All checks are listed, in this order: ${CHECK_NAMES.join(", ")}.`, JSON_WIDTH).split("\n"),
    "categories never fails: it shows whether template lint --live works.",
    "ok is false if a check failed. For a skipped check, message is the reason.",
  ],
  exitCodes: {
    0: "no check failed (warnings are possible)",
    1: "first failure: gateway, grant or uploads",
    3: "first failure: settings, app name, connection, ids, engine or Node.js",
    4: "first failure: the key",
    130: "interrupted",
  },
  examples: [
    { run: "mycobot doctor --stack production", does: "checks everything that the stack requires" },
    { run: "mycobot doctor --json", does: "for scripts; skips account and phone unless specified" },
  ],
};

/** `mycobot doctor` */
export default function doctorCommand(context: Context) {
  return wholeScopeCommand(DETAILS).action(async (options) => {
    const checks = await examine(context, await idSources(context, options));
    const first = checks.find(({ status }) => status === "failed");
    if (context.json) context.printJson({ ok: first === undefined, checks });
    else context.print(checklistText(checks, context));
    context.exitCode = first?.exitCode ?? EXIT.done;
  });
}

/** One finding a line in a pipe, so that scripts read whole findings. */
type Screen = Pick<Context, "paint" | "tableWidth">;

const MARKS: Readonly<Record<Finding["status"], [mark: string, color: Color]>> = {
  ok: ["\u2713", "green"],
  warning: ["!", "yellow"],
  failed: ["\u2717", "red"],
  skipped: ["-", "dim"],
};

/** Mark, space, the longest name, two spaces. */
const COLUMN = 2 + Math.max(...CHECK_NAMES.map(({ length }) => length)) + 2;

function checklistText(checks: readonly Finding[], screen: Screen): string {
  const done = checks.filter(({ status }) => status !== "skipped");
  const lines = [...done.map((check) => findingText(check, screen)), ...skippedTexts(checks, screen)];
  return `${lines.join("\n")}\n\n${summaryText(checks)}`;
}

function findingText({ name, status, message, hint }: Finding, { paint, tableWidth }: Screen): string {
  const [mark, color] = MARKS[status];
  const indent = " ".repeat(COLUMN);
  const text = wrapWords(visible(message), tableWidth, indent).slice(COLUMN);
  const line = `${paint(color, mark)} ${paint("bold", name.padEnd(COLUMN - 2))}${text}`;
  return hint === undefined || hint === ""
    ? line
    : `${line}\n${paint("cyan", wrapWords(visible(hint), tableWidth, indent))}`;
}

/** One line for each reason: a failed check may prevent many others. */
function skippedTexts(checks: readonly Finding[], { paint, tableWidth }: Screen): string[] {
  const [mark, color] = MARKS.skipped;
  const skipped = checks.filter(({ status }) => status === "skipped");
  const reasons = [...new Set(skipped.map(({ message }) => message))];
  return reasons.map((reason) => {
    const names = skipped.filter(({ message }) => message === reason).map(({ name }) => name);
    const text = wrapWords(visible(`skipped: ${names.join(", ")}. ${reason}`), tableWidth, "  ").slice(2);
    return `${paint(color, mark)} ${text}`;
  });
}

function summaryText(checks: readonly Finding[]): string {
  const count = (status: Finding["status"]) => checks.filter((check) => check.status === status).length;
  const parts = [
    ...(count("failed") > 0 ? [counted(count("failed"), "failure")] : []),
    ...(count("warning") > 0 ? [counted(count("warning"), "warning")] : []),
    ...(count("skipped") > 0 ? [`${count("skipped")} skipped`] : []),
  ];
  return parts.length === 0 ? "Everything works." : `${parts.join(", ")}.`;
}
