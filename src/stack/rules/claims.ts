import type { DeclaredTemplate } from "../declare/declared.ts";
import { error, type Finding } from "../source/finding.ts";

interface Claim {
  /** What there is one of. */
  of(template: DeclaredTemplate): string;
  hint: string;
}

const CLAIMS: readonly Claim[] = [
  {
    of: ({ body }) => `\`${body.name}\` in ${body.language}`,
    hint: "Rename one of them, or take it out.",
  },
  {
    // The key `hello@2` beside version 2 of `hello`.
    of: ({ logicalName }) => `the resource \`${logicalName}\``,
    hint: "Give one of them another key.",
  },
];

/** Two declarations of one template: the account has one place for each name and language, the state for each key. */
export function claimFindings(templates: readonly DeclaredTemplate[], show: (file: string) => string): Finding[] {
  return CLAIMS.flatMap((claim) => doubles(claim, templates, show));
}

function doubles(claim: Claim, templates: readonly DeclaredTemplate[], show: (file: string) => string): Finding[] {
  const first = new Map<string, DeclaredTemplate>();
  return templates.flatMap((template) => {
    const claimed = claim.of(template);
    const earlier = first.get(claimed);
    if (earlier === undefined) {
      first.set(claimed, template);
      return [];
    }
    const { file, line, column } = earlier.source.place;
    const message = `${claimed} is declared twice, first as \`${earlier.logicalName}\` at ${show(file)}:${line}:${column}`;
    return [error({ code: "template-declared-twice", at: template.source.place, message, hint: claim.hint })];
  });
}
