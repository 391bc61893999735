import type { WireComponent, WireTemplate } from "../../../gateway/index.ts";
import { qualityOf } from "../../account/statuses.ts";
import { findTemplates } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fieldLines } from "../../output/fields.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";

const DETAILS: CommandDetails = {
  description: "Shows the current state of a template of the account in all its languages, or in one.",
  output: "A block per language: id, status, categories, quality, reason of a rejection, and the components.",
  json: [
    "{ version: 1, templates: [ { id, name, language, status, category,",
    "  components?, quality_score?, rejected_reason?, ... } ] }",
    "Templates are as sent by WhatsApp. template diff accepts one of them.",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES, 1: "no such template, or a failed request" },
  examples: [
    { run: "mycobot template get order_shipped", does: "all languages" },
    {
      run: "mycobot template get order_shipped --language es_MX --json",
      does: "one language; jq '.templates[0]' makes a file for template diff",
    },
  ],
};

/** `mycobot template get NAME` */
export default function templateGetCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<name>", "name of the template in the account")
    .option("--language <code>", "only this language")
    .action(async (name, options) => {
      const templates = await withScope(context, options, async ({ gateway, account }) =>
        findTemplates(gateway, await account(), name, options.language, context),
      );
      if (context.json) return context.printJson({ templates });
      context.print(templates.map((template) => templateText(template, context)).join("\n\n"));
    });
}

/** One language of a template: its fields, then its components. */
function templateText(template: WireTemplate, { paint, width }: Pick<Context, "paint" | "width">): string {
  const { id, name, language, status, category, rejected_reason, last_updated_time } = template;
  const { parameter_format, previous_category, correct_category, message_send_ttl_seconds, components = [] } = template;
  const fields: [string, string | undefined][] = [
    ["id", id],
    ["status", status],
    ["rejection", rejected_reason === "NONE" ? undefined : rejected_reason],
    ["category", category],
    ["previously", previous_category],
    ["upcoming", correct_category === category ? undefined : correct_category],
    ["quality", qualityOf(template)],
    ["parameters", parameter_format],
    ["time to live", message_send_ttl_seconds === undefined ? undefined : `${message_send_ttl_seconds} s`],
    ["changed", last_updated_time],
    ...components.map((component): [string, string] => [component.type.toLowerCase(), componentText(component)]),
  ];
  const title = paint("bold", `${visibleLine(name)} ${visibleLine(language)}`);
  return `${title}\n${fieldLines(fields, width - 2, paint).replace(/^/gm, "  ")}`;
}

/** The visible content of a component. */
function componentText({ type, text, format, buttons, cards }: WireComponent): string {
  if (Array.isArray(buttons)) return buttons.map(buttonText).join("\n");
  if (Array.isArray(cards)) return `${cards.length} cards`;
  if (typeof text === "string") return text;
  return typeof format === "string" ? `(${format})` : `(${type})`;
}

function buttonText(button: unknown): string {
  if (typeof button !== "object" || button === null) return "[?]";
  // Any key of an object may be read; the value remains unknown.
  const { type, text, url, phone_number } = button as Record<string, unknown>;
  const target = [url, phone_number].find((each) => typeof each === "string");
  return `[${[type, text, target].filter((part) => typeof part === "string").join(" · ")}]`;
}
