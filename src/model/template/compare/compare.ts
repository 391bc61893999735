import { fieldOf } from "../canonical/fields.ts";
import type { TemplateBody, TemplateComparison, TemplateReport } from "../types.ts";
import { type Pair, pairOf } from "./pair.ts";
import { reconcileValue } from "./reconcile.ts";
import { reconcileTemplate } from "./reconcile-template.ts";
import type { Reconciled } from "./reconciled.ts";
import { sampleDifferences } from "./sample-differences.ts";

/**
 * What differs in meaning between a declared template and another one: what WhatsApp lists (as it came, not in canonical
 * form: `id`, `status` and the like show that it was read, and a read does not show everything), or an older declaration.
 *
 * Changes are named from the account's side: `removed` is what only `wanted` has. Name and language are the template's
 * identity: another one is a report. So is another category, which is often WhatsApp's own doing, a field that the model
 * does not know and that only one side of a read has, and other samples when nothing else differs. Never throws.
 */
export function compareTemplates(wanted: TemplateBody, observed: TemplateBody): TemplateComparison {
  const pair = pairOf(wanted, observed);
  const { changes, reports } = reconcile(pair, wanted, observed);
  const equal = changes.length === 0;
  if (pair === undefined) return { equal, changes: [...changes], reports: [] };
  const samples = equal ? sampleDifferences(pair) : [];
  return { equal, changes: [...changes], reports: [...fieldReports(pair), ...reports, ...samples] };
}

/**
 * The observed template in the declaration's words, for a refresh: every part that means the same is exactly the wanted one,
 * samples and media files included; other parts are in canonical form, without signed addresses. Name, language and
 * category are the wanted ones, and unknown fields that only one side has are as they are wanted. Equal templates give
 * `canonicalTemplate(wanted)`.
 */
export function observedAsDeclared(wanted: TemplateBody, observed: TemplateBody): TemplateBody {
  return reconcile(pairOf(wanted, observed), wanted, observed).value as TemplateBody; // made of the fields of two bodies
}

function reconcile(pair: Pair | undefined, wanted: TemplateBody, observed: TemplateBody): Reconciled {
  return pair === undefined ? reconcileValue("", wanted, observed) : reconcileTemplate(pair);
}

const REPORTED_FIELDS = [
  { name: "category", code: "category" },
  { name: "name", code: "identity" },
  { name: "language", code: "identity" },
] as const;

function fieldReports({ wanted, observed }: Pair): TemplateReport[] {
  return REPORTED_FIELDS.flatMap(({ name, code }) => {
    const [a, b] = [fieldOf(wanted, name), fieldOf(observed, name)];
    if (typeof a !== "string" || typeof b !== "string" || a === b) return [];
    return [
      {
        code,
        path: `/${name}`,
        kind: "changed" as const,
        wanted: a,
        observed: b,
        message: `The ${name} is ${a} as declared, and ${b} as observed.`,
      },
    ];
  });
}
