import { invalidParameter } from "../graph/errors.ts";
import { decoded, isObject, type Json, type JsonObject, objectOf, upperOf } from "../json.ts";
import { refusal } from "../rules/refusal.ts";
import { LIBRARY_TEMPLATES, type LibraryTemplate } from "../tables/library-templates.ts";

const TARGETS = ["URL", "PHONE_NUMBER"];

/** Button inputs come as a list, or as a string; the documentation writes it with single quotes. */
function inputsOf(value: Json | undefined): JsonObject[] {
  const list = typeof value === "string" ? (decoded(value.replaceAll("'", '"')) ?? null) : value;
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw invalidParameter("Param library_template_button_inputs must be an array.");
  return list.filter(isObject);
}

function filledUrl(button: JsonObject, input: JsonObject, index: number): JsonObject {
  const { base_url, url_suffix_example } = objectOf(decoded(input.url));
  const url = String(base_url ?? "");
  if (!url.endsWith("{{1}}")) throw refusal("buttonUrl", index);
  return { ...button, url, example: [String(url_suffix_example ?? "")] };
}

function filledButtons(template: LibraryTemplate, inputs: readonly JsonObject[]): JsonObject[] {
  const open = template.buttons.filter(({ type }) => TARGETS.includes(upperOf(type)));
  if (inputs.length !== open.length)
    throw invalidParameter(
      `The library template has ${open.length} button(s) that need an input, got ${inputs.length}.`,
    );
  return template.buttons.map((button, index) => {
    const input = inputs[open.indexOf(button)];
    if (input === undefined) return button;
    if (upperOf(input.type) !== button.type)
      throw invalidParameter(`Button input ${index} must be of type ${String(button.type)}.`);
    return button.type === "URL"
      ? filledUrl(button, input, index)
      : { ...button, phone_number: input.phone_number ?? "" };
  });
}

/** Components of the library template that a create names; undefined when it names none. */
export function libraryComponents(parameters: JsonObject, language: string): JsonObject[] | undefined {
  const { library_template_name: name, components, library_template_button_inputs: inputs } = parameters;
  if (name === undefined) return undefined;
  if (components !== undefined)
    throw invalidParameter("Param components can't be used together with library_template_name.");
  const template = LIBRARY_TEMPLATES.find((candidate) => candidate.name === name && candidate.language === language);
  if (template === undefined)
    throw invalidParameter(`There is no library template ${String(name)} in language ${language}.`);
  const buttons = filledButtons(template, inputsOf(inputs));
  return [
    ...(template.header === undefined ? [] : [{ type: "HEADER", format: "TEXT", text: template.header }]),
    {
      type: "BODY",
      text: template.body,
      ...(template.samples.length === 0 ? {} : { example: { body_text: [[...template.samples]] } }),
    },
    ...(buttons.length === 0 ? [] : [{ type: "BUTTONS", buttons }]),
  ];
}

/** A library template as the library edge lists it. */
export function libraryView(template: LibraryTemplate, index: number): JsonObject {
  return {
    name: template.name,
    language: template.language,
    category: template.category,
    topic: template.topic,
    usecase: template.usecase,
    industry: [...template.industry],
    ...(template.header === undefined ? {} : { header: template.header }),
    body: template.body,
    body_params: [...template.samples],
    body_param_types: template.samples.map(() => "TEXT"),
    buttons: [...template.buttons],
    id: String(7_100_000_000_000_001 + index),
  };
}
