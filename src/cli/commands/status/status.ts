import { connectionView } from "../../account/connection.ts";
import { connectionStatusCell, qualityCell, templateStatusCell } from "../../account/statuses.ts";
import { unreadableText } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { counted, minuteText } from "../../output/phrases.ts";
import { renderTable, type TableContent } from "../../output/table.ts";
import { visibleLine } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import { argumentOrOption, wholeScopeCommand } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";
import { type AccountStatus, readStatus } from "./read-status.ts";
import type { EditBudget, TemplateStatus } from "./template-status.ts";

const DETAILS: CommandDetails = {
  description:
    "Shows the current status of an account. With STACK: the templates and profiles that the stack declares, compared with the account; --all adds other templates. Without STACK: all templates of the account.",
  output:
    "Tables of templates, phone numbers and connections, followed by the categories that WhatsApp assigned and by what needs attention.",
  json: [
    "{ version: 1, ok, waba, stack?, templates: [ { name, language, declared?,",
    "  status, declaredCategory?, approvedCategory?, comingCategory?, quality?,",
    "  rejectedReason?, content?, lastUpdated?,",
    '  edits?: { now: "yes" | "no" | "perhaps", from?, because }, attention } ],',
    "  hiddenTemplates, generatedTemplates,",
    "  unreadable: [ { id?, name?, language?, reason, ... } ],",
    "  phones: [ { phone, number?, verifiedName?, quality?,",
    "  status?, profile?, differing?, attention } ],",
    "  connections: [ { connection_id, status, ... } ], connection, attention }",
    "status is NOT_CREATED for a template that the account does not have;",
    "attention lists reasons; ok is true if there are none.",
  ],
  sections: [
    {
      title: "Edits",
      lines: [
        "WhatsApp allows 1 edit of an APPROVED template in 24 hours and 10 in 30 days.",
        "The column shows what a read of the account can determine: yes, no, or the",
        "latest time (UTC) of the next possible edit, 24 hours after the last change of",
        "any kind. A read does not show how many of the 10 edits are left.",
      ],
    },
    {
      title: "Needs attention",
      lines: [
        "A template that is neither APPROVED nor PENDING, is not created, or cannot be",
        "read; quality RED; content or a profile that differs from the stack; an",
        "announced category; a phone number that is not CONNECTED or cannot be read; a",
        "used connection that is not ACTIVE. Not included: PENDING, quality YELLOW, and",
        "a category that WhatsApp has already changed.",
      ],
    },
  ],
  exitCodes: {
    0: "shown",
    ...REQUEST_EXIT_CODES,
    2: "with --exit-code: something needs attention",
  },
  examples: [
    { run: "mycobot status production", does: "what stacks/production.yaml declares" },
    { run: "mycobot status production --exit-code --json", does: "for a nightly job" },
  ],
};

/** `mycobot status [STACK]` */
export default function statusCommand(context: Context) {
  return wholeScopeCommand(DETAILS)
    .argument("[stack]", "name or path of a stack file; same as --stack")
    .option("--all", "also show templates that the stack does not declare")
    .option("--exit-code", "end with exit code 2 if something needs attention")
    .action(async (argument, options) => {
      const stack = argumentOrOption("stack", argument, options.stack);
      const status = await withScope(context, { ...options, stack }, (scope) =>
        readStatus(scope, options.all === true, context),
      );
      const attention = attentionOf(status);
      const ok = attention.length === 0;
      if (context.json) {
        const connections = status.connections.map(connectionView);
        context.printJson({ ok, stack, ...status, connections, attention });
      } else context.print(statusText(status, context));
      if (options.exitCode === true && !ok) context.exitCode = EXIT.differences;
    });
}

type Screen = Pick<Context, "paint" | "width" | "tableWidth">;

function editsText(edits: EditBudget | undefined): string {
  if (edits === undefined) return "";
  return edits.from === undefined ? edits.now : `from ${minuteText(edits.from).slice(5)}`;
}

function templateRows(templates: readonly TemplateStatus[]): TableContent {
  return {
    head: ["template", "language", "status", "category", "quality", "edit"],
    rows: templates.map(({ name, language, status, declaredCategory = "", approvedCategory, quality, edits }) => [
      name,
      language,
      templateStatusCell(status),
      approvedCategory ?? declaredCategory,
      qualityCell(quality),
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

/** What needs attention, and why. */
function attentionOf({ templates, unreadable, phones, connections, connection }: AccountStatus): string[] {
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

function templatesText(status: AccountStatus, { tableWidth, paint }: Screen): string[] {
  const { templates, hiddenTemplates, generatedTemplates } = status;
  const generated = `${counted(generatedTemplates, "template")} generated by WhatsApp (Direct Send) not shown.`;
  const hidden = `${counted(hiddenTemplates, "template")} not declared in the stack, shown with --all.`;
  return [
    templates.length === 0 ? "No templates." : renderTable(templateRows(templates), tableWidth, paint),
    ...(hiddenTemplates === 0 ? [] : [paint("dim", hidden)]),
    ...(generatedTemplates === 0 ? [] : [paint("dim", generated)]),
  ];
}

/** The account on a terminal: tables, categories chosen by WhatsApp, and what needs attention. */
function statusText(status: AccountStatus, screen: Screen): string {
  const { tableWidth, paint } = screen;
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
      connectionStatusCell(each),
      minuteText(each.creation_time),
      each.connection_id === status.connection ? "used" : "",
    ]),
  };
  const attention = attentionOf(status);
  return [
    ...templatesText(status, screen),
    ...(phones.rows.length === 0 ? [] : [renderTable(phones, tableWidth, paint)]),
    renderTable(connections, tableWidth, paint),
    ...listText("Categories assigned by WhatsApp:", categoryNotes(status.templates), screen),
    ...(attention.length === 0 ? ["Nothing needs attention."] : listText("Needs attention:", attention, screen)),
  ].join("\n\n");
}
