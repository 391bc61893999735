import type { Context } from "../../context.ts";
import type { Colour } from "../../output/paint.ts";
import { counted } from "../../output/plural.ts";
import { visible } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import type { Check } from "./check.ts";

type Screen = Pick<Context, "paint" | "width">;

const MARKS: Readonly<Record<Check["status"], [mark: string, colour: Colour]>> = {
  ok: ["\u2713", "green"],
  warning: ["!", "yellow"],
  failed: ["\u2717", "red"],
  skipped: ["-", "dim"],
};

/** Mark, blank, the longest name, two blanks. */
const COLUMN = 15;

function checkText({ name, status, message, hint }: Check, { paint, width }: Screen): string {
  const [mark, colour] = MARKS[status];
  const found = status === "skipped" ? `skipped: ${message}` : message;
  const indent = " ".repeat(COLUMN);
  const text = wrap(visible(found), width, indent).slice(COLUMN);
  const line = `${paint(colour, mark)} ${paint("bold", name.padEnd(COLUMN - 2))}${text}`;
  return hint === undefined || hint === "" ? line : `${line}\n${paint("cyan", wrap(visible(hint), width, indent))}`;
}

function summaryText(checks: readonly Check[]): string {
  const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
  const parts = [
    ...(count("failed") > 0 ? [counted(count("failed"), "failure")] : []),
    ...(count("warning") > 0 ? [counted(count("warning"), "warning")] : []),
    ...(count("skipped") > 0 ? [`${count("skipped")} skipped`] : []),
  ];
  return parts.length === 0 ? "Everything works." : `${parts.join(", ")}.`;
}

export function checklistText(checks: readonly Check[], screen: Screen): string {
  return `${checks.map((check) => checkText(check, screen)).join("\n")}\n\n${summaryText(checks)}`;
}
