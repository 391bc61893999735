import { isObject, type JsonObject } from "../../text/index.ts";
import { canonicalTemplate } from "../canonical/template.ts";
import { textVariables } from "../canonical/text-variables.ts";
import type { TemplateBody } from "../types.ts";
import { reconcileComponents } from "./components.ts";
import { UNCOMPARED_FIELDS } from "./read-only-fields.ts";
import { reconcileFields, reconcileValue, whereBothHaveIt } from "./reconcile.ts";
import { asWanted, isAbsent, type Reconcile, type Reconciled } from "./reconciled.ts";
import { type Source, sourceOf } from "./source.ts";
import { reconcileTimeToLive } from "./time-to-live.ts";

/** Two templates, part by part, both in canonical form. */
export function reconcileTemplate(wanted: TemplateBody, observed: TemplateBody): Reconciled {
  if (!isObject(wanted) || !isObject(observed)) return reconcileValue("", wanted, observed);
  const source = sourceOf(wanted, observed);
  const mine = canonicalTemplate(wanted);
  // In the wanted category: whose texts these are must not depend on a flip, nor on whether it is in the result.
  const theirs = canonicalTemplate({ ...observed, category: wanted.category ?? observed.category });
  const categories = [mine.category, canonicalTemplate(observed).category];
  const fallback = source === "read" ? whereBothHaveIt(reconcileValue) : reconcileValue;
  const rules: ReadonlyMap<string, Reconcile> = new Map([
    // A library template is declared without components; a list may have been asked for without them.
    ["components", whereBothHaveIt(reconcileComponents(source))],
    ["parameter_format", isFormatKnown(source, mine, theirs, observed) ? reconcileValue : asWanted],
    ["message_send_ttl_seconds", whereTold(source, reconcileTimeToLive(categories))],
  ]);
  return reconcileFields("", mine, theirs, (name) =>
    UNCOMPARED_FIELDS.has(name) ? asWanted : (rules.get(name) ?? fallback),
  );
}

/** A format says something only where there are variables, and only if the read told it. */
function isFormatKnown(source: Source, wanted: JsonObject, observed: JsonObject, raw: JsonObject): boolean {
  const told = source === "declaration" || !isAbsent(raw.parameter_format);
  const both = Array.isArray(wanted.components) && Array.isArray(observed.components);
  return told && both && (hasTextVariables(wanted.components) || hasTextVariables(observed.components));
}

function hasTextVariables(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasTextVariables);
  return (
    isObject(value) &&
    (textVariables(value.text).length > 0 || hasTextVariables(value.cards) || hasTextVariables(value.components))
  );
}

/** A read without the field does not say that there is none. */
function whereTold(source: Source, rule: Reconcile): Reconcile {
  return (path, wanted, observed) =>
    (source === "read" && isAbsent(observed) ? asWanted : rule)(path, wanted, observed);
}
