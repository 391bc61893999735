import type { DeclaredTemplate } from "../declare/declared.ts";
import { type Finding, warning } from "../source/finding.ts";
import { child } from "../source/located.ts";

/**
 * Languages of one name in different categories. Old accounts have such, so this is no error; WhatsApp refuses it for a new
 * language, which is why a new one is sent with the category that the name already has.
 */
export function categoryFindings(templates: readonly DeclaredTemplate[]): Finding[] {
  const first = new Map<string, DeclaredTemplate>();
  return templates.flatMap((template) => {
    const { name, category, language } = template.body;
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, template);
      return [];
    }
    const same = String(earlier.body.category).toUpperCase() === String(category).toUpperCase();
    if (same || category === undefined || earlier.body.category === undefined || template.accepted !== undefined)
      return [];
    const message = `\`${name}\` is ${category} in ${language} and ${earlier.body.category} in ${earlier.body.language}; WhatsApp gives all languages of a name one category`;
    const hint = "Give them one category, unless the account has them like this already.";
    const at = child(template.located, "category")?.place ?? template.source.place;
    return [warning({ code: "categories-differ", at, message, hint })];
  });
}
