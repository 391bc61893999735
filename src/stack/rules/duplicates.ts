import { error, type LocatedFinding, warning } from "../findings.ts";
import type { ExpandedTemplate } from "../templates/expand-templates.ts";

interface Identity {
  /** What must be unique. */
  of: (template: ExpandedTemplate) => string;
  hint: string;
}

const IDENTITIES: readonly Identity[] = [
  {
    of: ({ body }) => `\`${body.name}\` in ${body.language}`,
    hint: "Rename one of them, or remove it.",
  },
  {
    // For example, the key `hello@2` and version 2 of `hello`.
    of: ({ logicalName }) => `the resource \`${logicalName}\``,
    hint: "Use another key for one of them.",
  },
];

/** Two declarations of one template: in the account, by name and language; in the state, by resource. */
export function declaredTwiceFindings(
  templates: readonly ExpandedTemplate[],
  show: (file: string) => string,
): LocatedFinding[] {
  return IDENTITIES.flatMap(({ of, hint }) =>
    repetitions(templates, of).map(([template, earlier, identity]) => {
      const { file, line, column } = earlier.source.position;
      const message = `${identity} is declared twice, first as \`${earlier.logicalName}\` at ${show(file)}:${line}:${column}`;
      return error({ code: "template-declared-twice", at: template.source.position, message, hint });
    }),
  );
}

/** WhatsApp rejects a template with the body and footer of another one, except login codes, whose texts it writes. */
export function duplicateBodyFindings(templates: readonly ExpandedTemplate[]): LocatedFinding[] {
  return repetitions(templates, wording).flatMap(([template, earlier]) => {
    // The languages of one template may have the same text, as en and en_US do.
    if (earlier.body.name === template.body.name || template.accepted !== undefined) return [];
    const message = `\`${template.logicalName}\` has the body and footer of \`${earlier.logicalName}\`; WhatsApp rejects such duplicates`;
    const hint = "Reword one of them, or use one template for both.";
    return [warning({ code: "duplicate-body", at: template.source.position, message, hint })];
  });
}

function wording({ body }: ExpandedTemplate): string | undefined {
  if (String(body.category).toUpperCase() === "AUTHENTICATION") return undefined;
  const text = (type: string) =>
    (body.components ?? []).find((part) => String(part?.type).toUpperCase() === type)?.text;
  return typeof text("BODY") === "string" ? JSON.stringify([text("BODY"), text("FOOTER")]) : undefined;
}

/** Each template whose key occurred before, with the first template of that key. */
export function repetitions(
  templates: readonly ExpandedTemplate[],
  keyOf: (template: ExpandedTemplate) => string | undefined,
): [template: ExpandedTemplate, earlier: ExpandedTemplate, key: string][] {
  const first = new Map<string, ExpandedTemplate>();
  return templates.flatMap((template): [ExpandedTemplate, ExpandedTemplate, string][] => {
    const key = keyOf(template);
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (earlier !== undefined) return [[template, earlier, key]];
    first.set(key, template);
    return [];
  });
}
