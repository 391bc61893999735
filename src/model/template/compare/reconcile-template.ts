import { isObject } from "../../text/index.ts";
import { textVariables } from "../canonical/text-variables.ts";
import { COMPONENT_FIELDS, TEMPLATE_FIELDS } from "../rules/shapes/known-fields.ts";
import { READ_ONLY_FIELDS } from "../tables/index.ts";
import { reconcileComponents } from "./components.ts";
import type { Pair, Source } from "./pair.ts";
import { reconcileFields, reconcileValue, whereBothHaveIt } from "./reconcile.ts";
import { asWanted, isAbsent, type Reconcile, type Reconciled } from "./reconciled.ts";
import { reconcileTimeToLive } from "./time-to-live.ts";
import { reconcileField } from "./unknown-fields.ts";

/** The name the resource goes by, what WhatsApp decides itself, and what has had no effect since 2025-04-09. */
const UNCOMPARED_FIELDS: ReadonlySet<string> = new Set([
  ...READ_ONLY_FIELDS,
  "name",
  "language",
  "category",
  "allow_category_change",
]);

/** Two templates, part by part. */
export function reconcileTemplate(pair: Pair): Reconciled {
  const { source, wanted, observed, recategorized } = pair;
  const rules: ReadonlyMap<string, Reconcile> = new Map([
    // A library template is declared without components; a list may have been asked for without them.
    ["components", whereBothHaveIt(reconcileComponents(source))],
    ["parameter_format", isFormatKnown(pair) ? reconcileValue : asWanted],
    ["message_send_ttl_seconds", whereRead(source, reconcileTimeToLive([wanted.category, observed.category]))],
  ]);
  return reconcileFields("", wanted, recategorized, (name) =>
    UNCOMPARED_FIELDS.has(name) ? asWanted : (rules.get(name) ?? otherField(source, name)),
  );
}

/** A read has a known field only when it was asked for. */
function otherField(source: Source, name: string): Reconcile {
  const rule = reconcileField(source, TEMPLATE_FIELDS, name);
  return source === "read" && TEMPLATE_FIELDS?.has(name) ? whereBothHaveIt(rule) : rule;
}

/** A format means something only where there are variables, and only if the read has it. */
function isFormatKnown({ source, wanted, recategorized, raw }: Pair): boolean {
  const isRead = source === "declaration" || !isAbsent(raw.parameter_format);
  const both = Array.isArray(wanted.components) && Array.isArray(recategorized.components);
  return isRead && both && (hasTextVariables(wanted.components) || hasTextVariables(recategorized.components));
}

function hasTextVariables(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasTextVariables);
  if (!isObject(value)) return false;
  const hasText = COMPONENT_FIELDS.get(value.type)?.has("text") === true;
  return (
    (hasText && textVariables(value.text).length > 0) ||
    hasTextVariables(value.cards) ||
    hasTextVariables(value.components)
  );
}

/** A read without the field does not say that there is none. */
function whereRead(source: Source, rule: Reconcile): Reconcile {
  return (path, wanted, observed) =>
    (source === "read" && isAbsent(observed) ? asWanted : rule)(path, wanted, observed);
}
