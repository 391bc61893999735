import { isObject, type JsonObject, pointer } from "../../text/index.ts";
import { buttonKind, type TemplateButton } from "../buttons/index.ts";
import { canonicalTemplate, declaredButton } from "../canonical.ts";
import { buttonsIn } from "../components/authentication.ts";
import { inWhatsAppOrder } from "../components/index.ts";
import { READ_ONLY_FIELDS } from "../envelope/fields.ts";
import { isSameTtl } from "../envelope/time-to-live.ts";
import { fieldOf } from "../json-fields.ts";
import type { Field, ReadBack } from "../kinds.ts";
import type { TemplateBody, TemplateComparison, TemplateReport } from "../types.ts";
import { textVariables } from "../variables/find-variables.ts";
import {
  KNOWN_BUTTON_FIELDS,
  KNOWN_CARD_FIELDS,
  KNOWN_COMPONENT_FIELDS,
  KNOWN_TEMPLATE_FIELDS,
  reconcileField,
  reconcileInside,
  type Source,
} from "./known-fields.ts";
import {
  addedPart,
  asWanted,
  different,
  isAbsent,
  ofParts,
  type Reconcile,
  type Reconciled,
  reconcileBy,
  reconcileFields,
  reconcileList,
  reconcileSampled,
  reconcileSet,
  reconcileValue,
  removedPart,
  whereBothHaveIt,
} from "./reconcile.ts";
import { sampleDifferences } from "./samples.ts";

/**
 * What differs in meaning between a declared template and another one: a template that WhatsApp lists (as returned, not in
 * canonical form: `id`, `status` and the like show that it was read, and a read does not show everything), or an older
 * declaration.
 *
 * Changes are named from the account's side: `removed` is what only `wanted` has. Name and language are the template's
 * identity: a difference is a report. So is another category, which is often WhatsApp's own doing, a field that the model
 * does not know and that only one side of a read has, and other samples when nothing else differs. Never throws.
 */
export function compareTemplates(wanted: TemplateBody, observed: TemplateBody): TemplateComparison {
  const pair = pairOf(wanted, observed);
  if (pair === undefined) {
    const { changes } = reconcileValue("", wanted, observed);
    return { equal: changes.length === 0, changes: [...changes], reports: [] };
  }
  const { changes, reports } = reconcileTemplate(pair);
  const equal = changes.length === 0;
  const samples = equal ? sampleDifferences(pair.source, pair.wanted, pair.observed) : [];
  return { equal, changes: [...changes], reports: [...fieldReports(pair), ...reports, ...samples] };
}

/**
 * The observed template in the declaration's words, for a refresh: every part that means the same is exactly the wanted one,
 * samples and media files included; other parts are in canonical form, without signed URLs. Name, language and category are
 * the wanted ones, and unknown fields that only one side has are as declared. Equal templates give
 * `canonicalTemplate(wanted)`.
 */
export function observedAsDeclared(wanted: TemplateBody, observed: TemplateBody): TemplateBody {
  const pair = pairOf(wanted, observed);
  const { value } = pair === undefined ? reconcileValue("", wanted, observed) : reconcileTemplate(pair);
  return value as TemplateBody; // made of the fields of two bodies
}

/** Two templates that are compared, in canonical form. */
interface Pair {
  source: Source;
  wanted: TemplateBody;
  observed: TemplateBody;
  /**
   * The observed one in the wanted category: whether WhatsApp generates its texts must not depend on a category that WhatsApp
   * has changed or not returned.
   */
  recategorized: TemplateBody;
  /** The observed one as returned. */
  raw: TemplateBody;
}

/** `undefined` where one of them is not an object: there is nothing to compare by parts. */
function pairOf(wanted: TemplateBody, observed: TemplateBody): Pair | undefined {
  if (!isObject(wanted) || !isObject(observed)) return undefined;
  const category = wanted.category ?? observed.category;
  const canonical = canonicalTemplate(observed);
  return {
    source: isRead(observed) && !hasReadOnlyField(wanted) ? "read" : "declaration",
    wanted: canonicalTemplate(wanted),
    observed: canonical,
    recategorized: category === observed.category ? canonical : canonicalTemplate({ ...observed, category }),
    raw: observed,
  };
}

/** Two reads show the same things, so they are compared as strictly as two declarations. */
function isRead(body: JsonObject): boolean {
  const buttons = Array.isArray(body.components) ? body.components.flatMap(buttonsIn) : [];
  const isFormOfRead = (button: unknown) => isObject(button) && declaredButton(button) !== undefined;
  return hasReadOnlyField(body) || buttons.some(isFormOfRead);
}

function hasReadOnlyField(body: JsonObject): boolean {
  return Object.keys(body).some((name) => READ_ONLY_FIELDS.has(name));
}

/** The template's identity, and what WhatsApp may change by itself. */
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
        message: `The declared ${name} is ${a}; the observed ${name} is ${b}.`,
      },
    ];
  });
}

const UNCOMPARED_FIELDS: ReadonlySet<string> = new Set([
  ...READ_ONLY_FIELDS,
  ...REPORTED_FIELDS.map(({ name }) => name),
  // Without effect since 2025-04-09.
  "allow_category_change",
]);

function reconcileTemplate(pair: Pair): Reconciled {
  const { source, wanted, observed, recategorized } = pair;
  return reconcileFields("", wanted, recategorized, (name) => {
    if (UNCOMPARED_FIELDS.has(name)) return asWanted;
    // A library template is declared without components; a list may have been requested without them.
    if (name === "components") return whereBothHaveIt(reconcileComponents(source));
    if (name === "parameter_format") return isFormatKnown(pair) ? reconcileValue : asWanted;
    if (name === "message_send_ttl_seconds") return reconcileTtl(source, [wanted.category, observed.category]);
    const rule = reconcileField(source, KNOWN_TEMPLATE_FIELDS, name);
    // A read has a known field only if it was requested.
    return source === "read" && KNOWN_TEMPLATE_FIELDS?.has(name) ? whereBothHaveIt(rule) : rule;
  });
}

function reconcileTtl(source: Source, categories: readonly unknown[]): Reconcile {
  const rule = reconcileBy((wanted, observed) => isSameTtl(wanted, observed, categories));
  // A read without the field does not mean that there is none.
  return (path, wanted, observed) =>
    (source === "read" && isAbsent(observed) ? asWanted : rule)(path, wanted, observed);
}

/** A format means something only where there are variables, and only if the read has it. */
function isFormatKnown({ source, wanted, recategorized, raw }: Pair): boolean {
  const isShown = source === "declaration" || !isAbsent(raw.parameter_format);
  const both = Array.isArray(wanted.components) && Array.isArray(recategorized.components);
  return isShown && both && (hasTextVariables(wanted.components) || hasTextVariables(recategorized.components));
}

function hasTextVariables(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasTextVariables);
  if (!isObject(value)) return false;
  const hasText = KNOWN_COMPONENT_FIELDS.get(value.type)?.has("text") === true;
  return (
    (hasText && textVariables(value.text).length > 0) ||
    hasTextVariables(value.cards) ||
    hasTextVariables(value.components)
  );
}

/** Components, aligned by type: a missing one is one change, and shifts nothing. */
function reconcileComponents(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!Array.isArray(wanted) || !Array.isArray(observed)) return reconcileValue(path, wanted, observed);
    const [mine, theirs] = [byType(wanted), byType(observed)];
    const parts = [...mine].map(([type, { at, value }]) => {
      const other = theirs.get(type);
      const here = pointer(path, at);
      return other === undefined ? removedPart(here, value) : reconcileComponent(source)(here, value, other.value);
    });
    const extra = [...theirs].filter(([type]) => !mine.has(type));
    const added = extra.map(([, { at, value }]) => addedPart(pointer(path, at), value));
    const all = [...parts, ...added];
    return ofParts(all, inWhatsAppOrder(all.map(({ value }) => value).filter((value) => value !== undefined)));
  };
}

interface Placed {
  at: number;
  value: unknown;
}

/** By type; a second component of one type, which only an invalid template has, is its second by place. */
function byType(components: readonly unknown[]): ReadonlyMap<string, Placed> {
  const counts = new Map<string, number>();
  return new Map(
    components.map((value, at) => {
      const type = JSON.stringify(fieldOf(value, "type") ?? null);
      const nth = counts.get(type) ?? 0;
      counts.set(type, nth + 1);
      return [`${nth} ${type}`, { at, value }];
    }),
  );
}

function reconcileComponent(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!isObject(wanted) || !isObject(observed)) return reconcileValue(path, wanted, observed);
    const known = KNOWN_COMPONENT_FIELDS.get(wanted.type);
    return reconcileSampled(path, wanted, observed, ["format", "text"], (name) => {
      // Customers see buttons and cards, in a component of an unknown kind, too.
      if (name === "buttons") return reconcileList(reconcileButton(source));
      if (name === "cards") return reconcileList(reconcileCard(source));
      return reconcileField(source, known, name);
    });
  };
}

function reconcileCard(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!isObject(wanted) || !isObject(observed)) return reconcileValue(path, wanted, observed);
    return reconcileFields(path, wanted, observed, (name) =>
      name === "components" ? reconcileComponents(source) : reconcileField(source, KNOWN_CARD_FIELDS, name),
    );
  };
}

/** A button against the one at the same place; another type is one change, not one per field. */
function reconcileButton(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!isObject(wanted) || !isObject(observed)) return reconcileValue(path, wanted, observed);
    if (wanted.type !== observed.type) return different(path, wanted, observed);
    const kind = buttonKind(wanted.type);
    return reconcileSampled(path, wanted, observed, ["url"], (name) => reconcileButtonField(source, kind, name));
  };
}

function reconcileButtonField(source: Source, kind: TemplateButton | undefined, name: string): Reconcile {
  const known = KNOWN_BUTTON_FIELDS.get(kind?.type);
  const facts = fieldFacts(kind, name);
  const rule = facts.unordered
    ? reconcileSet(reconcileInside(source, known?.get(name)))
    : reconcileField(source, known, name);
  if (source === "declaration") return rule;
  if (facts.readBack === "never") return asWanted;
  const ruleOfRead = facts.isSameRead === undefined ? rule : reconcileBy(bothTexts(facts.isSameRead));
  return facts.readBack === "sometimes" ? whereBothHaveIt(ruleOfRead) : ruleOfRead;
}

function fieldFacts(kind: TemplateButton | undefined, name: string): Omit<Field, "shape"> {
  if (name === "text") return readBackOf(kind?.label.readBack);
  const fields: Readonly<Record<string, Field>> = kind?.fields ?? {};
  return (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? {};
}

function readBackOf(readBack: ReadBack | undefined): Omit<Field, "shape"> {
  return readBack === undefined ? {} : { readBack };
}

function bothTexts(isSame: (declared: string, read: string) => boolean) {
  return (wanted: unknown, observed: unknown) =>
    typeof wanted === "string" && typeof observed === "string" && isSame(wanted, observed);
}
