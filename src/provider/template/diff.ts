import { isDeepStrictEqual } from "node:util";
import { canonicalTemplate, type TemplateBody } from "../../model/template/index.ts";
import type { DiffResult } from "../handler-results.ts";
import { type Bag, containsUnknown } from "../wire.ts";
import { bodyOf, inputsOf, type TemplateInputs } from "./state.ts";

/** What makes another object in the account. */
const IDENTITY = ["waba", "name", "language"] as const;

const differs = (olds: TemplateInputs, news: TemplateInputs, keys: readonly string[]): string[] =>
  keys.filter((key) => olds[key] !== news[key]);

/** The same content in canonical form, samples included: what WhatsApp would be sent. */
export function sameContent(one: TemplateBody, other: TemplateBody): boolean {
  return isDeepStrictEqual(canonicalTemplate(one), canonicalTemplate(other));
}

/**
 * Compares declared with declared: what the account made of it (status, category, quality) is no difference, and neither
 * is another connection to the same account. Runs in preview and in refresh, so it consults nothing and never throws.
 */
export function diffTemplate(_id: string, olds: Bag, news: Bag): DiffResult {
  const before = inputsOf(olds);
  const after = inputsOf(news);
  const { connection: _connection, ...content } = after;
  const replaces = differs(before, after, IDENTITY);
  if (replaces.length > 0) return { changes: true, replaces, deleteBeforeReplace: false };
  if (containsUnknown(content)) return { changes: true };
  // What becomes of it later is read from the state, so a change has to get there; a bulk import may have left it out.
  const sameEnd = (before.onRemove ?? "delete") === (after.onRemove ?? "delete");
  const same = sameEnd && sameContent(bodyOf(before), bodyOf(after));
  // Undefined makes the engine show which inputs differ, property by property.
  return same ? { changes: false } : {};
}
