import { isObject, type JsonObject } from "../../text/index.ts";
import { canonicalButton } from "./button.ts";
import { mapFields, withFields } from "./fields.ts";
import { withMediaSample, withTextSamples } from "./samples.ts";
import { canonicalField } from "./values.ts";

/** The order in which WhatsApp returns components; kinds without a place of their own stand before the footer. */
const PLACES: ReadonlyMap<unknown, number> = new Map([
  ["HEADER", 0],
  ["BODY", 1],
  ["LIMITED_TIME_OFFER", 2],
  ["CAROUSEL", 3],
  ["CALL_PERMISSION_REQUEST", 4],
  ["FOOTER", 6],
  ["BUTTONS", 7],
]);
const OTHER_PLACE = 5;

/** Components of a template or of a card, in canonical form and WhatsApp's order. */
export function canonicalComponents(components: readonly unknown[]): unknown[] {
  return inWhatsAppOrder(components.map(canonicalComponent));
}

export function inWhatsAppOrder(components: readonly unknown[]): unknown[] {
  return components.toSorted((a, b) => place(a) - place(b));
}

function place(component: unknown): number {
  return (isObject(component) ? PLACES.get(component.type) : undefined) ?? OTHER_PLACE;
}

function canonicalComponent(value: unknown): unknown {
  if (!isObject(value)) return value;
  const component = mapFields(value, componentField);
  if (component.type === "BODY") return withTextSamples(component, "body_text");
  if (component.type === "HEADER") return canonicalHeader(component);
  return component;
}

/** Buttons and cards have forms of their own, made from what was written and not from a first pass over it. */
function componentField(name: string, value: unknown): unknown {
  if (name === "buttons") return Array.isArray(value) ? value.map(canonicalButton) : value;
  if (name === "cards") return Array.isArray(value) ? value.map(canonicalCard) : value;
  return canonicalField(name, value);
}

function canonicalHeader(header: JsonObject): JsonObject {
  const format = header.format ?? (typeof header.text === "string" ? "TEXT" : undefined);
  const formatted = withFields(header, { format });
  return format === "TEXT" ? withTextSamples(formatted, "header_text") : withMediaSample(formatted);
}

function canonicalCard(card: unknown): unknown {
  if (!isObject(card)) return card;
  const { components } = card;
  return Array.isArray(components) ? withFields(card, { components: canonicalComponents(components) }) : card;
}
