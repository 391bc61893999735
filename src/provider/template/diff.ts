import { isDeepStrictEqual } from "node:util";
import { canonicalTemplate, differsInSamplesOnly, type TemplateBody } from "../../model/template/index.ts";
import type { DiffResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { containsUnknown, type PropertyBag, urnOf } from "../wire.ts";
import { bodyOf, inputsOf, type TemplateInputs } from "./state.ts";

/** What makes another object in the account. */
const IDENTITY = ["waba", "name", "language"] as const;

function differs(olds: TemplateInputs, news: TemplateInputs, keys: readonly string[]): string[] {
  return keys.filter((key) => olds[key] !== news[key]);
}

/** The same content in canonical form, samples included: what WhatsApp would be sent. */
export function sameContent(one: TemplateBody, other: TemplateBody): boolean {
  return isDeepStrictEqual(canonicalTemplate(one), canonicalTemplate(other));
}

/**
 * Compares declared with declared: what the account made of it (status, category, quality) is no difference. A connection that is
 * not known yet is none either; a known one is, so that the state learns it. Runs in preview and in refresh, so it consults
 * nothing and does not throw.
 */
export function diffTemplate(olds: PropertyBag, news: PropertyBag, runtime: ProviderRuntime): DiffResult {
  const before = inputsOf(olds);
  const after = inputsOf(news);
  const { connection, ...content } = after;
  const replaces = differs(before, after, IDENTITY);
  if (replaces.length > 0) return { changes: true, replaces, deleteBeforeReplace: false };
  if (containsUnknown(content)) return { changes: true };
  // What becomes of it later is read from the state, so a change has to get there; a bulk import may have left it out.
  const sameEnd = (before.onRemove ?? "delete") === (after.onRemove ?? "delete");
  const samePlace = containsUnknown(connection) || before.connection === connection;
  if (!sameEnd || !samePlace) return {};
  const [was, wanted] = [bodyOf(before), bodyOf(after)];
  if (sameContent(was, wanted)) return { changes: false };
  // Undefined makes the engine show which inputs differ, property by property.
  if (olds.status !== "APPROVED" || !differsInSamplesOnly(was, wanted)) return {};
  runtime.warnings.add(
    "MYCO_W_SAMPLES_LATER",
    `${after.name}/${after.language}: only samples changed, and WhatsApp has approved the template: they are sent with the next edit.`,
    urnOf(news, "Template", `${after.name}/${after.language}`),
  );
  return { changes: false };
}
