import { isDeepStrictEqual } from "node:util";
import { DEFAULT_TEMPLATE_REMOVAL } from "../../model/policies.ts";
import {
  canonicalTemplate,
  compareTemplates,
  differsInSamplesOnly,
  type TemplateBody,
} from "../../model/template/index.ts";
import type { DiffResult } from "../define-resource.ts";
import { containsUnknown, type PropertyBag, urnOf } from "../property-bag.ts";
import type { Run } from "../run.ts";
import { announceEdit } from "./announce-edit.ts";
import { bodyOf, factsOf, idOf, inputsOf, type TemplateInputs } from "./state.ts";

/** Inputs that identify the object in the account. */
const IDENTITY = ["waba", "name", "language"] as const;

function differs(olds: TemplateInputs, news: TemplateInputs, keys: readonly string[]): string[] {
  return keys.filter((key) => olds[key] !== news[key]);
}

/** Whether both declarations mean the same, samples included. */
export function hasSameContent(one: TemplateBody, other: TemplateBody): boolean {
  if (isDeepStrictEqual(canonicalTemplate(one), canonicalTemplate(other))) return true;
  const { equal, reports } = compareTemplates(one, other);
  return equal && reports.length === 0;
}

/**
 * Compares declared with declared: status, approved category and quality are not differences. A connection counts only once it is
 * known: then the state has to record it. Runs in preview and in refresh, so it sends no request.
 * @throws MYCO_TEMPLATE_NOT_EDITABLE in a preview, for the category of an approved template
 */
export function diffTemplate(olds: PropertyBag, news: PropertyBag, run: Run): DiffResult {
  const before = inputsOf(olds);
  const after = inputsOf(news);
  const { connection, ...content } = after;
  const replaces = differs(before, after, IDENTITY);
  if (replaces.length > 0) return { changes: true, replaces, deleteBeforeReplace: false };
  if (containsUnknown(content)) return { changes: true };
  // A later delete reads `onRemove` from the state, so a change has to reach it; a bulk import may have omitted it.
  const sameRemoval = (before.onRemove ?? DEFAULT_TEMPLATE_REMOVAL) === (after.onRemove ?? DEFAULT_TEMPLATE_REMOVAL);
  const sameConnection = containsUnknown(connection) || before.connection === connection;
  // Undefined makes the engine show which inputs differ, property by property.
  const others: DiffResult = sameRemoval && sameConnection ? { changes: false } : {};
  const [was, wanted] = [bodyOf(before), bodyOf(after)];
  if (hasSameContent(was, wanted)) return others;
  const urn = urnOf(news, "template", `${after.name}/${after.language}`);
  if (olds.status === "APPROVED" && differsInSamplesOnly(was, wanted)) {
    const text = `${after.name}/${after.language}: only samples changed, and the template is approved: the new samples are sent with the next edit.`;
    run.warnings.add("MYCO_W_SAMPLES_LATER", text, urn);
    return others;
  }
  // The engine also compares in a refresh, with the inputs of the state. Nothing is edited there, and an error would end the refresh.
  const facts = factsOf(olds);
  // Declaring the category that WhatsApp has already assigned sends nothing.
  const isAssigned =
    facts.approvedCategory === wanted.category.toUpperCase() &&
    hasSameContent({ ...was, category: wanted.category }, wanted);
  if (run.claims.has("template", idOf(after)) && !isAssigned) announceEdit({ before, after, facts, urn }, run);
  return {};
}
