import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import type { Color } from "../../output/paint.ts";
import { counted } from "../../output/phrases.ts";
import { visible } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
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
    "A checklist: \u2713 passed, ! warning, \u2717 failed, - skipped, each with what was found and what to do about it.",
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

type Screen = Pick<Context, "paint" | "width">;

const MARKS: Readonly<Record<Finding["status"], [mark: string, color: Color]>> = {
  ok: ["\u2713", "green"],
  warning: ["!", "yellow"],
  failed: ["\u2717", "red"],
  skipped: ["-", "dim"],
};

/** Mark, space, the longest name, two spaces. */
const COLUMN = 2 + Math.max(...CHECK_NAMES.map(({ length }) => length)) + 2;

function checklistText(checks: readonly Finding[], screen: Screen): string {
  return `${checks.map((check) => findingText(check, screen)).join("\n")}\n\n${summaryText(checks)}`;
}

function findingText({ name, status, message, hint }: Finding, { paint, width }: Screen): string {
  const [mark, color] = MARKS[status];
  const found = status === "skipped" ? `skipped: ${message}` : message;
  const indent = " ".repeat(COLUMN);
  const text = wrap(visible(found), width, indent).slice(COLUMN);
  const line = `${paint(color, mark)} ${paint("bold", name.padEnd(COLUMN - 2))}${text}`;
  return hint === undefined || hint === "" ? line : `${line}\n${paint("cyan", wrap(visible(hint), width, indent))}`;
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
