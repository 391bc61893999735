import { unreadableText } from "../../account/collect-templates.ts";
import { minuteOf, statusColour } from "../../account/connection-view.ts";
import type { EditBudget } from "../../account/edit-budget.ts";
import { qualityCell, statusCell } from "../../account/template-cells.ts";
import type { Context } from "../../context.ts";
import { counted } from "../../output/plural.ts";
import { renderTable, type TableContent } from "../../output/table.ts";
import { visibleLine } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import type { AccountStatus } from "./read-status.ts";
import type { TemplateStatus } from "./template-status.ts";

type Screen = Pick<Context, "paint" | "width">;

function editsText(edits: EditBudget | undefined): string {
  if (edits === undefined) return "";
  return edits.from === undefined ? edits.now : `from ${minuteOf(edits.from).slice(5)}`;
}

function templateRows(templates: readonly TemplateStatus[]): TableContent {
  return {
    head: ["template", "language", "status", "category", "quality", "edit"],
    rows: templates.map(({ name, language, status, declaredCategory = "", approvedCategory, quality, edits }) => [
      name,
      language,
      statusCell(status === "NOT_CREATED" ? "not created" : status),
      approvedCategory ?? declaredCategory,
      qualityCell(quality === undefined ? {} : { quality_score: { score: quality } }),
      editsText(edits),
    ]),
  };
}

function categoryNotes(templates: readonly TemplateStatus[]): string[] {
  return templates
    .filter(({ declaredCategory, approvedCategory }) => (approvedCategory ?? declaredCategory) !== declaredCategory)
    .filter(({ declaredCategory }) => declaredCategory !== undefined)
    .map(
      ({ name, language, declaredCategory, approvedCategory }) =>
        `${name} ${language}: declared ${declaredCategory}, approved as ${approvedCategory}`,
    );
}

/** Who needs attention, and why. */
export function attentionOf({ templates, unreadable, phones, connections, connection }: AccountStatus): string[] {
  const used = connections.find((each) => each.connection_id === connection);
  return [
    ...templates.flatMap(({ name, language, attention }) => attention.map((why) => `${name} ${language}: ${why}`)),
    ...unreadable.map(unreadableText),
    ...phones.flatMap(({ phone, attention }) => attention.map((why) => `${phone}: ${why}`)),
    ...(used === undefined || used.status === "ACTIVE" ? [] : [`connection ${connection}: ${used.status}`]),
  ];
}

function listText(title: string, lines: readonly string[], { paint, width }: Screen): string[] {
  if (lines.length === 0) return [];
  const shown = lines.map((line) => wrap(visibleLine(line), width, "    ").replace(/^ {4}/, "  - "));
  return [[paint("bold", title), ...shown].join("\n")];
}

function templatesText(status: AccountStatus, { width, paint }: Screen): string[] {
  const { templates, hiddenTemplates, generatedTemplates } = status;
  const generated = `${counted(generatedTemplates, "template")} that WhatsApp generated (Direct Send) not shown.`;
  const hidden = `${counted(hiddenTemplates, "template")} of the account not declared in the stack: --all shows them.`;
  return [
    templates.length === 0 ? "No templates." : renderTable(templateRows(templates), width, paint),
    ...(hiddenTemplates === 0 ? [] : [paint("dim", hidden)]),
    ...(generatedTemplates === 0 ? [] : [paint("dim", generated)]),
  ];
}

/** The account on a terminal: tables, then what should be known, then what needs attention. */
export function statusText(status: AccountStatus, screen: Screen): string {
  const { width, paint } = screen;
  const phones = {
    head: ["phone", "number", "name", "quality", "profile"],
    rows: status.phones.map(({ phone, number = "", verifiedName = "", quality = "", profile = "" }) => [
      phone,
      number,
      verifiedName,
      quality,
      profile,
    ]),
  };
  const connections = {
    head: ["connection", "status", "created", ""],
    rows: status.connections.map((each) => [
      each.connection_id,
      { text: each.status, colour: statusColour(each.status) },
      minuteOf(each.creation_time),
      each.connection_id === status.connection ? "used" : "",
    ]),
  };
  const attention = attentionOf(status);
  return [
    ...templatesText(status, screen),
    ...(phones.rows.length === 0 ? [] : [renderTable(phones, width, paint)]),
    renderTable(connections, width, paint),
    ...listText("Categories that WhatsApp chose:", categoryNotes(status.templates), screen),
    ...(attention.length === 0 ? ["Nothing needs attention."] : listText("Needs attention:", attention, screen)),
  ].join("\n\n");
}
