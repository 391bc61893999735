import { templateVariables } from "../../model/template/index.ts";
import type { DeclaredTemplate } from "../declare/declared.ts";
import { type Finding, note } from "../source/finding.ts";

/** The make of a message, as far as its translations should share it. */
const ASPECTS: readonly { what: string; of: (template: DeclaredTemplate) => readonly string[] }[] = [
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

/** Hints where a language of a template is made differently from its first one: senders fill all of them in alike. */
export function parityFindings(templates: readonly DeclaredTemplate[]): Finding[] {
  const first = new Map<string, DeclaredTemplate>();
  return templates.flatMap((template) => {
    const earlier = first.get(template.body.name);
    if (earlier === undefined) {
      first.set(template.body.name, template);
      return [];
    }
    return ASPECTS.flatMap(({ what, of }) => {
      const here = of(template).join(", ");
      const there = of(earlier).join(", ");
      if (here === there) return [];
      const message = `\`${template.logicalName}\` has other ${what} (${here || "none"}) than \`${earlier.logicalName}\` (${there || "none"})`;
      return [
        note({
          code: "languages-differ",
          at: template.source.place,
          message,
          hint: "Check that the translation is complete.",
        }),
      ];
    });
  });
}
