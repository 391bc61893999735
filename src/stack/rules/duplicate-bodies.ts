import type { DeclaredTemplate } from "../declare/declared.ts";
import { type Finding, warning } from "../source/finding.ts";

/** WhatsApp rejects a template whose body and footer another template has. Login codes are exempt: WhatsApp writes them. */
export function duplicateBodyFindings(templates: readonly DeclaredTemplate[]): Finding[] {
  const first = new Map<string, DeclaredTemplate>();
  return templates.flatMap((template) => {
    const text = wording(template);
    if (text === undefined) return [];
    const earlier = first.get(text);
    if (earlier === undefined) {
      first.set(text, template);
      return [];
    }
    // The languages of one template may have one wording, as en and en_US do.
    if (earlier.body.name === template.body.name || template.accepted !== undefined) return [];
    const message = `\`${template.logicalName}\` has the body and footer of \`${earlier.logicalName}\`; WhatsApp rejects such duplicates`;
    return [
      warning({
        code: "duplicate-body",
        at: template.source.place,
        message,
        hint: "Reword one of them, or use one template for both.",
      }),
    ];
  });
}

function wording({ body }: DeclaredTemplate): string | undefined {
  if (String(body.category).toUpperCase() === "AUTHENTICATION") return undefined;
  const text = (type: string) =>
    (body.components ?? []).find((part) => String(part?.type).toUpperCase() === type)?.text;
  return typeof text("BODY") === "string" ? JSON.stringify([text("BODY"), text("FOOTER")]) : undefined;
}
