import { templateVariables } from "../../model/template/index.ts";
import { type LocatedFinding, note, warning } from "../findings.ts";
import { child } from "../source/located.ts";
import type { ExpandedTemplate } from "../templates/expand-templates.ts";
import { repetitions } from "./duplicates.ts";

function nameOf({ body }: ExpandedTemplate): string {
  return body.name;
}

/**
 * Languages of one name in different categories. A warning, because old accounts have them. WhatsApp refuses it for a new
 * language, which is therefore created in the category that the name has in the account.
 */
export function categoryFindings(templates: readonly ExpandedTemplate[]): LocatedFinding[] {
  return repetitions(templates, nameOf).flatMap(([template, earlier]) => {
    const { name, category, language } = template.body;
    const same = String(earlier.body.category).toUpperCase() === String(category).toUpperCase();
    if (same || category === undefined || earlier.body.category === undefined || template.accepted !== undefined)
      return [];
    const message = `\`${name}\` is ${category} in ${language} and ${earlier.body.category} in ${earlier.body.language}; in WhatsApp, all languages of a name have one category`;
    const hint = "Use one category, unless the account already has different ones.";
    const at = child(template.located, "category")?.position ?? template.source.position;
    return [warning({ code: "categories-differ", at, message, hint })];
  });
}

/** The aspects of a message that its translations should share. */
const ASPECTS: readonly { what: string; of: (template: ExpandedTemplate) => readonly string[] }[] = [
  {
    what: "variables",
    of: ({ body }) => [...new Set([...templateVariables(body).header, ...templateVariables(body).body])].sort(),
  },
  { what: "parts", of: ({ body }) => (body.components ?? []).map((part) => String(part?.type).toLowerCase()).sort() },
  { what: "buttons", of: ({ body }) => (body.components ?? []).flatMap(buttonTypes) },
];

function buttonTypes(part: unknown): string[] {
  const buttons = typeof part === "object" && part !== null && "buttons" in part ? part.buttons : undefined;
  return Array.isArray(buttons) ? buttons.map((button: unknown) => typeOf(button)) : [];
}

function typeOf(button: unknown): string {
  return typeof button === "object" && button !== null && "type" in button ? String(button.type).toLowerCase() : "";
}

/** Notes about languages that differ from the template's first language: senders fill in all languages alike. */
export function parityFindings(templates: readonly ExpandedTemplate[]): LocatedFinding[] {
  return repetitions(templates, nameOf).flatMap(([template, earlier]) =>
    ASPECTS.flatMap(({ what, of }) => {
      const here = of(template).join(", ");
      const there = of(earlier).join(", ");
      if (here === there) return [];
      const message = `\`${template.logicalName}\` has different ${what} (${here || "none"}) from \`${earlier.logicalName}\` (${there || "none"})`;
      const hint = "Check that the translation is complete.";
      return [note({ code: "languages-differ", at: template.source.position, message, hint })];
    }),
  );
}
