import type { DeclaredTemplate } from "../declare/declared.ts";
import { error, type Finding } from "../source/finding.ts";

const identity = (template: DeclaredTemplate): string => `${template.body.name}/${template.body.language}`;

/** Two declarations of one template: the account has one place for each name and language. */
export function claimFindings(templates: readonly DeclaredTemplate[], show: (file: string) => string): Finding[] {
  const first = new Map<string, DeclaredTemplate>();
  return templates.flatMap((template) => {
    const earlier = first.get(identity(template));
    if (earlier === undefined) {
      first.set(identity(template), template);
      return [];
    }
    const { file, line, column } = earlier.source.place;
    const message = `\`${template.body.name}\` in ${template.body.language} is declared twice, first as \`${earlier.logicalName}\` at ${show(file)}:${line}:${column}`;
    const hint = "Rename one of them, or take it out.";
    return [error({ code: "template-declared-twice", at: template.source.place, message, hint })];
  });
}
