import type { TemplateChange, TemplateComparison, TemplateReport } from "../../../model/template/index.ts";
import type { Context } from "../../context.ts";
import { visibleLine } from "../../output/visible.ts";
import { wordChanges, wordDiffText } from "../../output/word-diff.ts";
import { wrap } from "../../output/wrap.ts";

type Screen = Pick<Context, "paint" | "width">;

/** From here on two texts are easier to read as one, with the differing words marked. */
const LONG = 50;
const COLUMN = "    ";

const KIND_COLOURS = { added: "green", removed: "red", changed: "yellow" } as const;

function valueText(value: unknown): string {
  return visibleLine(JSON.stringify(value) ?? "");
}

function sideText(name: string, value: unknown, { width }: Screen): string[] {
  return value === undefined ? [] : [`  ${name}`, wrap(valueText(value), width, COLUMN)];
}

/** The two values in one text, where both are texts and long. */
function joinedText({ wanted, observed }: TemplateChange, { paint, width }: Screen): string[] | undefined {
  if (typeof wanted !== "string" || typeof observed !== "string") return undefined;
  if (Math.max(wanted.length, observed.length) < LONG) return undefined;
  const changes = wordChanges(visibleLine(wanted), visibleLine(observed));
  if (!changes?.some(({ kind, text }) => kind === "same" && text.trim() !== "")) return undefined;
  return ["  wanted [-only there-], observed {+only there+}", wrap(wordDiffText(changes, paint), width, COLUMN)];
}

function changeText(change: TemplateChange, screen: Screen): string {
  const { paint } = screen;
  const { path, kind, wanted, observed } = change;
  const sides = joinedText(change, screen) ?? [
    ...sideText("wanted", wanted, screen),
    ...sideText("observed", observed, screen),
  ];
  return [`${paint("bold", visibleLine(path))}  ${paint(KIND_COLOURS[kind], kind)}`, ...sides].join("\n");
}

function reportText({ code, message }: TemplateReport, { paint, width }: Screen): string {
  return wrap(`${paint("cyan", "note")} ${code}: ${visibleLine(message)}`, width);
}

/** One block per difference, then what is only reported. */
export function diffText({ equal, changes, reports }: TemplateComparison, screen: Screen): string {
  const verdict = equal
    ? "Equal in meaning."
    : `Different in ${changes.length === 1 ? "1 place" : `${changes.length} places`}.`;
  const blocks = [verdict, ...changes.map((change) => changeText(change, screen))];
  if (reports.length > 0) blocks.push(reports.map((report) => reportText(report, screen)).join("\n"));
  return blocks.join("\n\n");
}
