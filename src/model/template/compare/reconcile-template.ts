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
  const rules = templateRules(source, canonicalTemplate(wanted), canonicalTemplate(observed), observed);
  const fallback = source === "read" ? whereBothHaveIt(reconcileValue) : reconcileValue;
  // In the wanted category: a flip decides neither whose texts these are nor what a field means.
  const flipped = canonicalTemplate({ ...observed, category: wanted.category ?? observed.category });
  return reconcileFields("", canonicalTemplate(wanted), flipped, (name) =>
    UNCOMPARED_FIELDS.has(name) ? asWanted : (rules.get(name) ?? fallback),
  );
}

function templateRules(
  source: Source,
  wanted: JsonObject,
  observed: JsonObject,
  raw: JsonObject,
): ReadonlyMap<string, Reconcile> {
  const timeToLive = reconcileTimeToLive([wanted.category, observed.category]);
  return new Map([
    // A library template is declared without components; a list may have been asked for without them.
    ["components", whereBothHaveIt(reconcileComponents(source))],
    ["parameter_format", isFormatKnown(source, wanted, observed, raw) ? reconcileValue : asWanted],
    ["message_send_ttl_seconds", source === "read" ? whereRead(timeToLive) : timeToLive],
  ]);
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

function whereRead(rule: Reconcile): Reconcile {
  return (path, wanted, observed) => (isAbsent(observed) ? asWanted : rule)(path, wanted, observed);
}
