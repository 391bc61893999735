import {
  canonicalTemplate,
  type TemplateBody,
  type TemplateComponent,
  templateVariables,
} from "../../template/index.ts";
import { field, isObject, type JsonObject, pointer } from "../../text/index.ts";

/** What one part of a template (the template itself, or one card) requires from a sender. */
export interface TemplatePart {
  /** Variables have names. */
  named: boolean;
  header: TemplateHeader | undefined;
  /** Names or numbers of the body's variables, in order of first appearance. */
  body: readonly string[];
  bodyText: string;
  buttons: readonly TemplateButtonPart[];
  offerExpires: boolean;
  cards: readonly TemplatePart[];
}

export interface TemplateHeader {
  /** `TEXT`, `IMAGE`, `VIDEO`, `DOCUMENT`, `LOCATION`, `PRODUCT` … */
  format: string;
  variables: readonly string[];
  text: string;
}

export interface TemplateButtonPart {
  /** Upper case. */
  type: string;
  label: string;
  hasVariable: boolean;
}

export function templatePart(template: TemplateBody): TemplatePart {
  const { parameter_format, components } = canonicalTemplate(template);
  return partOf(template, Array.isArray(components) ? components : [], parameter_format === "NAMED");
}

function partOf(template: TemplateBody, components: readonly TemplateComponent[], named: boolean): TemplatePart {
  const variables = templateVariables({ ...template, components: [...components] });
  const one = (type: string) => components.filter(isObject).find((component) => component.type === type);
  const header = one("HEADER");
  const offer = one("LIMITED_TIME_OFFER")?.limited_time_offer;
  return {
    named,
    header:
      header === undefined
        ? undefined
        : { format: textOf(header, "format"), variables: variables.header, text: textOf(header, "text") },
    body: variables.body,
    bodyText: textOf(one("BODY"), "text"),
    buttons: objectsIn(one("BUTTONS"), "buttons").map((button, index) => ({
      type: textOf(button, "type"),
      label: textOf(button, "text"),
      hasVariable: variables.buttons.some((variable) => variable.index === index),
    })),
    offerExpires: isObject(offer) && field(offer, "has_expiration") === true,
    cards: objectsIn(one("CAROUSEL"), "cards").map((card) =>
      partOf(template, objectsIn(card, "components").filter(isComponent), named),
    ),
  };
}

function textOf(object: JsonObject | undefined, key: string): string {
  const value = object === undefined ? undefined : field(object, key);
  return typeof value === "string" ? value : "";
}

function objectsIn(object: JsonObject | undefined, key: string): JsonObject[] {
  const list = object === undefined ? undefined : field(object, key);
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isComponent(value: JsonObject): value is TemplateComponent {
  return typeof value.type === "string";
}

/** One component of a message's template with its place in the message. */
export interface GivenComponent {
  /** Lower case. */
  type: string;
  /** Lower case; "" when it has none. */
  subType: string;
  index: number;
  path: string;
  value: JsonObject;
  parameters: readonly JsonObject[];
}

/** The components that a message, or one card of it, has. */
export interface GivenPart {
  path: string;
  components: readonly GivenComponent[];
}

export function givenPart(components: unknown, path: string): GivenPart {
  return {
    path,
    components: placed(components, path).map(({ value, path: at }) => ({
      type: textOf(value, "type").toLowerCase(),
      subType: textOf(value, "sub_type").toLowerCase(),
      // Only a call button may have no index.
      index: placeOf(field(value, "index"), 0),
      path: at,
      value,
      parameters: placed(field(value, "parameters"), pointer(at, "parameters")).map((parameter) => parameter.value),
    })),
  };
}

/** The elements of a list that are objects, with their paths. */
export function placed(list: unknown, path: string): { value: JsonObject; path: string }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => (isObject(value) ? [{ value, path: pointer(path, index) }] : []));
}

/** A place as a number or as digits; NaN for anything else. */
export function placeOf(value: unknown, absent: number): number {
  if (value === undefined) return absent;
  return typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
}

export function component(part: GivenPart, type: string): GivenComponent | undefined {
  return part.components.find((one) => one.type === type);
}
