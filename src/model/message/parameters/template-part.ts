import {
  canonicalTemplate,
  type TemplateBody,
  type TemplateComponent,
  templateVariables,
} from "../../template/index.ts";
import { field, isObject, type JsonObject } from "../../text/index.ts";

/** What one part of a template (the template itself, or one card) wants from whoever sends it. */
export interface WantedPart {
  /** Variables have names. */
  named: boolean;
  header: WantedHeader | undefined;
  /** Names or numbers of the body's variables, in order of first appearance. */
  body: readonly string[];
  bodyText: string;
  buttons: readonly WantedButton[];
  offerExpires: boolean;
  cards: readonly WantedPart[];
}

export interface WantedHeader {
  /** `TEXT`, `IMAGE`, `VIDEO`, `DOCUMENT`, `LOCATION`, `PRODUCT` … */
  format: string;
  variables: readonly string[];
  text: string;
}

export interface WantedButton {
  /** Upper case. */
  type: string;
  label: string;
  hasVariable: boolean;
}

export function wantedOf(template: TemplateBody): WantedPart {
  const { parameter_format, components } = canonicalTemplate(template);
  return partOf(template, Array.isArray(components) ? components : [], parameter_format === "NAMED");
}

function partOf(template: TemplateBody, components: readonly TemplateComponent[], named: boolean): WantedPart {
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
