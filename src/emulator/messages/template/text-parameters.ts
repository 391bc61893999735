import { invalidParameter } from "../../graph/errors.ts";
import { GraphError } from "../../graph/graph-error.ts";
import { requiredAt, within } from "../../graph/shape.ts";
import { type JsonObject, objectOf, textOf, upperOf } from "../../json.ts";
import { DETAILS } from "../../tables/message-errors.ts";
import { lengthOf } from "../../text/characters.ts";
import { variablesIn } from "../../text/variables.ts";
import { messageError } from "../message-error.ts";
import { parameterPath, type SentComponent } from "./components.ts";

/** Where parameters stand, for the details of errors ("body", "header"), and the limits there. */
export interface TextPlace {
  place: string;
  /** Of the text with its parameters filled in. */
  most: number;
  mostPerParameter?: number | undefined;
}

/** The text that a parameter stands for: amounts and dates by their fallback, as phones show them. */
function shownText(parameter: JsonObject, path: string, { place }: TextPlace): string {
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

function checkName(parameter: JsonObject, names: readonly string[], isNamed: boolean, place: string): void {
  const name = textOf(parameter.parameter_name);
  if (isNamed && !name) {
    throw new GraphError({
      message: "(#100) Invalid parameter",
      code: 100,
      data: { messaging_product: "whatsapp", details: "Parameter name is missing or empty" },
    });
  }
  const isKnown = isNamed ? names.includes(name ?? "") : name === undefined;
  if (!isKnown) throw messageError("parameterFormat", `${place}: Unexpected parameter name ${name}`);
}

function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => values.get(name.trim()) ?? "");
}

/** Parameters for the variables of a text: as many as the text has, well named, and not too long once they are filled in. */
export function checkTextParameters(text: string, sent: SentComponent | undefined, where: TextPlace): void {
  const names = [...new Set(variablesIn(text))];
  const isNamed = names.some((name) => !/^\d+$/.test(name));
  const parameters = sent?.parameters ?? [];
  if (parameters.length !== names.length) {
    throw messageError(
      "parameterCount",
      `${where.place}: number of localizable_params (${parameters.length}) does not match the expected number of params (${names.length})`,
    );
  }
  const values = new Map<string, string>();
  parameters.forEach((parameter, index) => {
    const value = shownText(parameter, sent === undefined ? "" : parameterPath(sent, index), where);
    checkName(parameter, names, isNamed, where.place);
    if (/[\n\r\t]| {5}/.test(value)) throw messageError("templateParameters", DETAILS.whiteSpace);
    const most = where.mostPerParameter;
    if (most !== undefined && lengthOf(value) > most) {
      throw messageError(
        "templateParameters",
        `${where.place}: Parameter at index ${index} exceeds the parameter length limit ${most}`,
      );
    }
    values.set(isNamed ? String(parameter.parameter_name) : String(index + 1), value);
  });
  if (lengthOf(filledIn(text, values)) > where.most) {
    throw messageError("textTooLong", `${where.place}: the translated text has more than ${where.most} characters`);
  }
}
