import { invalidParameter } from "../../../graph/errors.ts";
import { requiredAt, within } from "../../../graph/shape.ts";
import { decoded, isObject, type Json, type JsonObject, listOf, objectOf, textOf, upperOf } from "../../../json.ts";
import { lengthOf } from "../../../text/characters.ts";
import { variablesIn } from "../../../text/variables.ts";
import { DETAILS, invalidDetails, messageError } from "../../message-error.ts";

/** A component of the message, and its path in the request. */
export interface SentComponent {
  component: JsonObject;
  parameters: JsonObject[];
  path: string;
}

function sent(value: Json, path: string): SentComponent {
  const component = objectOf(value);
  return { component, parameters: listOf(component.parameters).filter(isObject), path };
}

/** The components of a message or of a card, by type in capitals. */
export class SentComponents {
  readonly #all: SentComponent[];

  constructor(components: Json | undefined, path: string) {
    this.#all = listOf(components).map((value, index) => sent(value, within(path, index)));
  }

  ofType(type: string): SentComponent[] {
    return this.#all.filter(({ component }) => upperOf(component.type) === type);
  }

  get(type: string): SentComponent | undefined {
    return this.ofType(type)[0];
  }
}

/** Components of a template, as the account holds them. */
export function templateParts(components: Json | undefined): JsonObject[] {
  return listOf(components).filter(isObject);
}

export function partOf(parts: readonly JsonObject[], type: string): JsonObject | undefined {
  return parts.find((part) => upperOf(part.type) === type);
}

export function cardsOf(part: JsonObject): JsonObject[] {
  return listOf(decoded(part.cards)).filter(isObject);
}

export function parameterPath({ path }: SentComponent, index: number): string {
  return within(within(path, "parameters"), index);
}

/** The text that parameters fill in, and its limits in characters. */
export interface FilledText {
  /** The component in the details of errors: "body", "header". */
  place: string;
  /** Of the text with its parameters filled in. */
  max: number;
  maxPerParameter?: number | undefined;
}

/** The text of a parameter. Phones show the fallback of amounts and dates. */
function shownText(parameter: JsonObject, path: string, { place }: FilledText): string {
  const type = upperOf(parameter.type);
  if (type === "CURRENCY" || type === "DATE_TIME") {
    const key = type.toLowerCase();
    return String(requiredAt(objectOf(requiredAt(parameter, key, path)), "fallback_value", within(path, key)));
  }
  if (type !== "TEXT") {
    throw messageError("parameterFormat", `${place}: Format mismatch, expected TEXT, received ${type}`);
  }
  const { text } = parameter;
  if (text === undefined || text === null || text === "") {
    throw messageError("missing", "Parameter of type text is missing text value");
  }
  if (typeof text !== "string") throw invalidParameter(`Param ${within(path, "text")} must be a string.`);
  return text;
}

/** A text that fills a variable is one line without wide gaps. */
export function checkFilling(text: string): void {
  if (/[\n\r\t]| {5}/.test(text)) throw messageError("templateParameters", DETAILS.whiteSpace);
}

function checkName(parameter: JsonObject, names: readonly string[], isNamed: boolean, place: string): void {
  const name = textOf(parameter.parameter_name);
  if (isNamed && !name) throw invalidDetails("Parameter name is missing or empty");
  const isKnown = isNamed ? names.includes(name ?? "") : name === undefined;
  if (!isKnown) throw messageError("parameterFormat", `${place}: Unexpected parameter name ${name}`);
}

function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => values.get(name.trim()) ?? "");
}

/** Checks the parameters for the variables of a text: their number, their names, and the length of the filled text. */
export function checkTextParameters(text: string, component: SentComponent | undefined, where: FilledText): void {
  const names = [...new Set(variablesIn(text))];
  const isNamed = names.some((name) => !/^\d+$/.test(name));
  const parameters = component?.parameters ?? [];
  if (parameters.length !== names.length) {
    throw messageError(
      "parameterCount",
      `${where.place}: number of localizable_params (${parameters.length}) does not match the expected number of params (${names.length})`,
    );
  }
  const values = new Map<string, string>();
  parameters.forEach((parameter, index) => {
    const value = shownText(parameter, component === undefined ? "" : parameterPath(component, index), where);
    checkName(parameter, names, isNamed, where.place);
    checkFilling(value);
    const max = where.maxPerParameter;
    if (max !== undefined && lengthOf(value) > max) {
      throw messageError(
        "templateParameters",
        `${where.place}: Parameter at index ${index} exceeds the parameter length limit ${max}`,
      );
    }
    values.set(isNamed ? String(parameter.parameter_name) : String(index + 1), value);
  });
  if (lengthOf(filledIn(text, values)) > where.max) {
    throw messageError("textTooLong", `${where.place}: the translated text has more than ${where.max} characters`);
  }
}
