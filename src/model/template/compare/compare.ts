import { isObject } from "../../text/index.ts";
import { fieldOf } from "../canonical/fields.ts";
import { canonicalTemplate } from "../canonical/template.ts";
import type { TemplateBody, TemplateComparison, TemplateReport } from "../types.ts";
import { reconcileTemplate } from "./reconcile-template.ts";
import { sampleDifferences } from "./sample-differences.ts";

/**
 * What differs in meaning between a declared template and another one: what WhatsApp lists (as it came, not in canonical
 * form: `id`, `status` and the like tell that it was read, and a read cannot show everything), or an older declaration.
 *
 * Changes are said from the account's side: `removed` is what only `wanted` has. Name and language are the template's
 * identity: another one is a report. So is another category, which is often WhatsApp's own doing, and other samples when
 * nothing else differs. Never throws.
 */
export function compareTemplates(wanted: TemplateBody, observed: TemplateBody): TemplateComparison {
  const { changes } = reconcileTemplate(wanted, observed);
  const equal = changes.length === 0;
  const samples = equal ? sampleDifferences(wanted, observed) : [];
  return { equal, changes, reports: [...fieldReports(wanted, observed), ...samples] };
}

/**
 * The observed template in the declaration's words, for a refresh: every part that means the same is exactly the wanted one,
 * samples and media files included; other parts are in canonical form, without signed addresses. Name, language and
 * category are the wanted ones. Equal templates give `canonicalTemplate(wanted)`.
 */
export function observedAsDeclared(wanted: TemplateBody, observed: TemplateBody): TemplateBody {
  return reconcileTemplate(wanted, observed).value as TemplateBody; // made of the fields of two bodies
}

/** Whether two declarations differ in their samples, sample files included, and in nothing else. */
export function samplesDiffer(wanted: TemplateBody, previous: TemplateBody): boolean {
  return reconcileTemplate(wanted, previous).changes.length === 0 && sampleDifferences(wanted, previous).length > 0;
}

const REPORTED_FIELDS = [
  { name: "category", code: "category" },
  { name: "name", code: "identity" },
  { name: "language", code: "identity" },
] as const;

function fieldReports(wanted: TemplateBody, observed: TemplateBody): TemplateReport[] {
  if (!isObject(wanted) || !isObject(observed)) return [];
  const [mine, theirs] = [canonicalTemplate(wanted), canonicalTemplate(observed)];
  return REPORTED_FIELDS.flatMap(({ name, code }) => {
    const [a, b] = [fieldOf(mine, name), fieldOf(theirs, name)];
    if (typeof a !== "string" || typeof b !== "string" || a === b) return [];
    return [
      {
        code,
        path: `/${name}`,
        wanted: a,
        observed: b,
        message: `The ${name} is ${a} as declared, and ${b} as observed.`,
      },
    ];
  });
}
