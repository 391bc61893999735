import { isObject, type JsonObject } from "../text/index.ts";
import { buttonKind, TEMPLATE_BUTTONS } from "./buttons/index.ts";
import { hasGeneratedTexts, withAddressExpiry, withoutGeneratedTexts } from "./components/authentication.ts";
import { componentKind, inWhatsAppOrder, TEMPLATE_COMPONENTS } from "./components/index.ts";
import { isReadOnlySubCategory, PARAMETER_FORMATS } from "./envelope/category.ts";
import { TEMPLATE_FIELDS } from "./envelope/fields.ts";
import { LIBRARY_INPUT_SPELLINGS } from "./envelope/library.ts";
import { mapFields, withFields } from "./json-fields.ts";
import type { Field } from "./kinds.ts";
import { type Spelling, spelled } from "./spelling.ts";
import type { TemplateBody } from "./types.ts";

/**
 * The one way to write a template: what two spellings of the same template have in common, and what WhatsApp's create call
 * accepts.
 *
 * Enums in upper case, components in WhatsApp's order, samples in one form and only where there is a variable, phone
 * numbers as digits, flow ids as text, `parameter_format` always present, OTP buttons as declared (WhatsApp returns them as
 * addresses), and without the texts that WhatsApp generates. Samples, media and unknown fields are kept. Does not change its
 * argument, never throws (an unexpected shape is kept), and `canonicalTemplate` of the result is the result.
 */
export function canonicalTemplate(body: TemplateBody): TemplateBody {
  if (!isObject(body)) return body;
  const fields = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, canonicalTopField(name, value)]),
  );
  const canonical = withFields(fields, {
    parameter_format: fields.parameter_format ?? PARAMETER_FORMATS[0],
    sub_category: isReadOnlySubCategory(fields.sub_category) ? undefined : fields.sub_category,
    components: topComponents(fields),
  });
  return canonical as TemplateBody; // the same fields as the body's, of whatever type they were
}

function canonicalTopField(name: string, value: unknown): unknown {
  const spelling = TEMPLATE_SPELLINGS.get(name);
  if (spelling === undefined) return value;
  return spelling === "json" ? canonicalDeep(spelled(spelling, value)) : spelled(spelling, value);
}

function topComponents({ components, category }: JsonObject): unknown {
  if (!Array.isArray(components)) return components;
  const canonical = inWhatsAppOrder(withAddressExpiry(canonicalComponents(components), components));
  return hasGeneratedTexts(category, canonical) ? withoutGeneratedTexts(canonical) : canonical;
}

/** Components of a template or of a card. */
function canonicalComponents(components: readonly unknown[]): unknown[] {
  return inWhatsAppOrder(components.map(canonicalComponent));
}

function canonicalComponent(value: unknown): unknown {
  if (!isObject(value)) return value;
  const component = mapFields(value, componentField);
  return componentKind(component.type)?.canonical?.(component) ?? component;
}

/** Buttons and cards have canonical forms of their own, in components of unknown kinds, too. */
function componentField(name: string, value: unknown): unknown {
  if (name === "buttons") return Array.isArray(value) ? value.map(canonicalButton) : value;
  if (name === "cards") return Array.isArray(value) ? value.map(canonicalCard) : value;
  return canonicalField(name, value);
}

function canonicalCard(card: unknown): unknown {
  if (!isObject(card)) return card;
  const { components } = card;
  return Array.isArray(components) ? withFields(card, { components: canonicalComponents(components) }) : card;
}

const FORMS_OF_READS = TEMPLATE_BUTTONS.flatMap(({ fromRead }) => fromRead ?? []);

/** The declared button behind one that reads show in its place. */
export function declaredButton(button: JsonObject): JsonObject | undefined {
  for (const fromRead of FORMS_OF_READS) {
    const declared = fromRead(button);
    if (declared !== undefined) return declared;
  }
  return undefined;
}

function canonicalButton(value: unknown): unknown {
  const button = canonicalDeep(value);
  if (!isObject(button)) return value;
  const declared = declaredButton(button) ?? button;
  return buttonKind(declared.type)?.canonical?.(declared) ?? declared;
}

/** An object or list with every known field inside it in canonical spelling; fields without a value are left out. */
function canonicalDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalDeep);
  return isObject(value) ? mapFields(value, canonicalField) : value;
}

/** Samples have their own forms, and a flow is a document: neither is WhatsApp's template language. */
const OPAQUE_FIELDS: ReadonlySet<string> = new Set(["example", "flow_json"]);

/** A field of a component, card, button or library input. */
function canonicalField(name: string, value: unknown): unknown {
  if (OPAQUE_FIELDS.has(name)) return value;
  const spelling = PART_SPELLINGS.get(name);
  return spelling === undefined ? canonicalDeep(value) : spelled(spelling, value);
}

/** Of the template's own fields. */
const TEMPLATE_SPELLINGS: ReadonlyMap<string, Spelling> = new Map([
  ...spellingsOf(TEMPLATE_FIELDS),
  ["status", "enum"],
]);

/** Of fields inside components, cards, buttons and library inputs, at any depth. */
const PART_SPELLINGS: ReadonlyMap<string, Spelling> = new Map([
  ["type", "enum"],
  ["sub_type", "enum"],
  ...TEMPLATE_COMPONENTS.flatMap(({ fields }) => spellingsOf(fields)),
  ...TEMPLATE_BUTTONS.flatMap(({ fields = {} }) => spellingsOf(fields)),
  ...Object.entries(LIBRARY_INPUT_SPELLINGS),
]);

function spellingsOf(fields: Readonly<Record<string, Pick<Field, "spelling" | "inside">>>): [string, Spelling][] {
  return Object.entries(fields).flatMap(([name, { spelling, inside = {} }]): [string, Spelling][] => [
    ...(spelling === undefined ? [] : [[name, spelling] satisfies [string, Spelling]]),
    ...spellingsOf(inside),
  ]);
}
